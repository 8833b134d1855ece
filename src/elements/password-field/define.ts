import { define } from '../element.ts';
import { SiePasswordField } from './password-field.ts';

define('sie-password-field', SiePasswordField);

declare global {
  interface HTMLElementTagNameMap {
    'sie-password-field': SiePasswordField;
  }
}
