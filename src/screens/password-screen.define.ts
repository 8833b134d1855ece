import { define } from '../elements/element.ts';
import '../elements/password-field/define.ts';
import { SiePasswordScreen } from './password-screen.ts';

define('sie-password-screen', SiePasswordScreen);
