import { define } from '../elements/element.ts';
import { SieSocialLinkScreen } from './social-link-screen.ts';

define('sie-social-link-screen', SieSocialLinkScreen);
