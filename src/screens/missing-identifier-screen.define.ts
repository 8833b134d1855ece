import { define } from '../elements/element.ts';
import { SieMissingIdentifierScreen } from './missing-identifier-screen.ts';

define('sie-missing-identifier-screen', SieMissingIdentifierScreen);
