import { define } from '../elements/element.ts';
import '../elements/identifier-field/define.ts';
import '../elements/terms-checkbox/define.ts';
import { SieSingleSignOnScreen } from './single-sign-on-screen.ts';

define('sie-single-sign-on-screen', SieSingleSignOnScreen);
