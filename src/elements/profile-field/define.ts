import { define } from '../element.ts';
import { SieProfileField } from './profile-field.ts';
import { SieProfileGroup } from './profile-group.ts';

define('sie-profile-field', SieProfileField);
define('sie-profile-group', SieProfileGroup);

declare global {
  interface HTMLElementTagNameMap {
    'sie-profile-field': SieProfileField;
    'sie-profile-group': SieProfileGroup;
  }
}
