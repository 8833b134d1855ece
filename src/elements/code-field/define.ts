import { define } from '../element.ts';
import { SieCodeField } from './code-field.ts';

define('sie-code-field', SieCodeField);

declare global {
  interface HTMLElementTagNameMap {
    'sie-code-field': SieCodeField;
  }
}
