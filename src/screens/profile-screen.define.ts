import { define } from '../elements/element.ts';
import '../elements/profile-field/define.ts';
import { SieProfileScreen } from './profile-screen.ts';

define('sie-profile-screen', SieProfileScreen);
