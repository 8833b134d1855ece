import { define } from '../element.ts';
import { SieAvatarField } from './avatar-field.ts';

define('sie-avatar-field', SieAvatarField);

declare global {
  interface HTMLElementTagNameMap {
    'sie-avatar-field': SieAvatarField;
  }
}
