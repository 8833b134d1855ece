import { define } from '../elements/element.ts';
import { SieForgotPasswordScreen } from './forgot-password-screen.ts';

define('sie-forgot-password-screen', SieForgotPasswordScreen);
