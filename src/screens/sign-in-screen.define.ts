import { define } from '../elements/element.ts';
import '../elements/identifier-field/define.ts';
import '../elements/password-field/define.ts';
import '../elements/social-buttons/define.ts';
import { SieSignInScreen } from './sign-in-screen.ts';

define('sie-sign-in-screen', SieSignInScreen);
