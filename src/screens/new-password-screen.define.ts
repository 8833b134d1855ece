import { define } from '../elements/element.ts';
import '../elements/password-field/define.ts';
import { SieNewPasswordScreen } from './new-password-screen.ts';

define('sie-new-password-screen', SieNewPasswordScreen);
