import { define } from '../element.ts';
import { SieTermsCheckbox } from './terms-checkbox.ts';

define('sie-terms-checkbox', SieTermsCheckbox);

declare global {
  interface HTMLElementTagNameMap {
    'sie-terms-checkbox': SieTermsCheckbox;
  }
}
