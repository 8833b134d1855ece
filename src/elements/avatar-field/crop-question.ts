import { html } from 'lit';
import { msg } from '../../localization/words.ts';
import type { DialogQuestion } from '../confirm-dialog/confirm-dialog.ts';
import type { Picture } from './picture.ts';

/** Asks which square of a picture to take. */
export function cropQuestion(picture: Picture): DialogQuestion {
  return {
    title: msg('Crop your photo', { id: 'profile.avatar_upload.crop_title' }),
    text: html`<sie-avatar-crop .picture=${picture}></sie-avatar-crop>`,
    confirm: msg('Confirm', { id: 'action.confirm' }),
    cancel: msg('Cancel', { id: 'action.cancel' }),
    dismissible: true,
  };
}
