import { define } from '../element.ts';
import { SieProfileGroup } from './profile-group.ts';

define('sie-profile-group', SieProfileGroup);

declare global {
  interface HTMLElementTagNameMap {
    'sie-profile-group': SieProfileGroup;
  }
}
