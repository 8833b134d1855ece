import '../confirm-dialog/define.ts';
import { define } from '../element.ts';
import { SieAvatarCrop } from './avatar-crop.ts';

export { decodePicture } from './crop.ts';

define('sie-avatar-crop', SieAvatarCrop);

declare global {
  interface HTMLElementTagNameMap {
    'sie-avatar-crop': SieAvatarCrop;
  }
}
