import { define } from '../element.ts';
import { SieIdentifierField } from './identifier-field.ts';

define('sie-identifier-field', SieIdentifierField);

declare global {
  interface HTMLElementTagNameMap {
    'sie-identifier-field': SieIdentifierField;
  }
}
