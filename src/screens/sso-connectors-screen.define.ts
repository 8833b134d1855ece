import { define } from '../elements/element.ts';
import '../elements/social-buttons/define.ts';
import { SieSsoConnectorsScreen } from './sso-connectors-screen.ts';

define('sie-sso-connectors-screen', SieSsoConnectorsScreen);
