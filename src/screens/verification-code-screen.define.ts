import { define } from '../elements/element.ts';
import '../elements/code-field/define.ts';
import { SieVerificationCodeScreen } from './verification-code-screen.ts';

define('sie-verification-code-screen', SieVerificationCodeScreen);
