import { define } from '../element.ts';
import { SieProfileField } from './profile-field.ts';

define('sie-profile-field', SieProfileField);

declare global {
  interface HTMLElementTagNameMap {
    'sie-profile-field': SieProfileField;
  }
}
