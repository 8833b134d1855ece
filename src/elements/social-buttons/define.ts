import { define } from '../element.ts';
import { SieSocialButtons } from './social-buttons.ts';

define('sie-social-buttons', SieSocialButtons);

declare global {
  interface HTMLElementTagNameMap {
    'sie-social-buttons': SieSocialButtons;
  }
}
