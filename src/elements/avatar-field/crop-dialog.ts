import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { msg } from '../../localization/messages.ts';
import { lazy } from '../../shared/lazy.ts';
import type { DialogQuestion, SieDialogAnswerEvent } from '../confirm-dialog/confirm-dialog.ts';
import type { SieAvatarCrop } from './avatar-crop.ts';
import { jpegName } from './avatar-messages.ts';
import type { Picture } from './crop.ts';

/** The cropped picture: a JPEG named after the file, and a data URL to show it before it is uploaded. */
export interface CroppedPicture {
  readonly file: File;
  readonly preview: string;
}

export const loadCrop = lazy(() => import('./avatar-crop.ts'));

/** Lets the person crop a picture in a dialog, which is loaded with the first picture. */
export class CropDialog implements ReactiveController {
  private current: { readonly file: File; readonly picture: Picture; readonly question: DialogQuestion } | undefined;
  private hasDialog = false;

  /** @param done called with the cropped picture or the reason why there is none; not called when the person cancels */
  constructor(
    private readonly host: LitElement,
    private readonly done: (cropped: CroppedPicture | 'unreadable' | 'crop' | 'chunk') => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Opens the dialog, replacing one that is open. */
  async open(file: File): Promise<void> {
    const late = await loadCrop.optional();
    if (!late) return this.done('chunk');
    const picture = await late.decodePicture(file).catch(() => undefined);
    if (!picture) return this.done('unreadable');
    this.close();
    if (!this.host.isConnected) return picture.close();
    this.hasDialog = true;
    this.current = { file, picture, question: cropQuestion(picture) };
    this.host.requestUpdate();
  }

  /** Part of the host's template. */
  render(): TemplateResult | typeof nothing {
    // The element stays, so that it can return the focus when it closes.
    if (!this.hasDialog) return nothing;
    return html`<sie-confirm-dialog .question=${this.current?.question} @sie-dialog-answer=${this.finish}></sie-confirm-dialog>`;
  }

  private readonly finish = async (event: SieDialogAnswerEvent): Promise<void> => {
    // The root element must not take it for the answer to its own dialog.
    event.stopPropagation();
    const { current, host } = this;
    const crop = host.querySelector<SieAvatarCrop>('sie-avatar-crop');
    if (!current || !crop) return;
    try {
      if (!event.accepted) return;
      const { picture, preview } = await crop.read();
      this.done({ file: new File([picture], jpegName(current.file.name), { type: picture.type }), preview });
    } catch {
      this.done('crop');
    } finally {
      this.close();
    }
  };

  private close(): void {
    this.current?.picture.close();
    this.current = undefined;
    this.host.requestUpdate();
  }
}

function cropQuestion(picture: Picture): DialogQuestion {
  return {
    title: msg('Crop your photo', { id: 'profile.avatar_upload.crop_title' }),
    text: html`<sie-avatar-crop .picture=${picture}></sie-avatar-crop>`,
    confirm: msg('Confirm', { id: 'action.confirm' }),
    cancel: msg('Cancel', { id: 'action.cancel' }),
    dismissible: true,
  };
}
