import { define } from '../elements/element.ts';
import { SieSwitchAccountScreen } from './switch-account-screen.ts';

define('sie-switch-account-screen', SieSwitchAccountScreen);
