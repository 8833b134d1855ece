import { define } from '../elements/element.ts';
import '../elements/terms-checkbox/define.ts';
import { SieRegisterScreen } from './register-screen.ts';

define('sie-register-screen', SieRegisterScreen);
