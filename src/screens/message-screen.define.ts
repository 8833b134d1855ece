import { define } from '../elements/element.ts';
import { SieMessageScreen } from './message-screen.ts';

define('sie-message-screen', SieMessageScreen);
