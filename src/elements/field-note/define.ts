import { define } from '../element.ts';
import { SieFieldNote } from './field-note.ts';

define('sie-field-note', SieFieldNote);

declare global {
  interface HTMLElementTagNameMap {
    'sie-field-note': SieFieldNote;
  }
}
