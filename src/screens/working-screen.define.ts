import { define } from '../elements/element.ts';
import { SieWorkingScreen } from './working-screen.ts';

define('sie-working-screen', SieWorkingScreen);
