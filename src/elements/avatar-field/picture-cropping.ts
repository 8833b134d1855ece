import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { DialogQuestion, SieDialogAnswerEvent } from '../confirm-dialog/confirm-dialog.ts';
import type { SieAvatarCrop } from './avatar-crop.ts';
import { cropQuestion } from './crop-question.ts';
import { jpegName } from './picture-file.ts';
import type { Picture } from './picture.ts';

/** The square that was chosen: a JPEG named after the file, and a data URL to show it at once. */
export interface CroppedPicture {
  readonly file: File;
  readonly preview: string;
}

/** Lets the person crop a picture in a dialog, which is loaded with the first picture. */
export class PictureCropping implements ReactiveController {
  private current: { readonly file: File; readonly picture: Picture; readonly question: DialogQuestion } | undefined;
  private hasDialog = false;

  /** @param done Called with what was cropped or why it could not be, and not at all when the person gives up. */
  constructor(
    private readonly host: LitElement,
    private readonly done: (cropped: CroppedPicture | 'unreadable' | 'crop') => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Opens the dialog, in place of one that is open. */
  async begin(file: File): Promise<void> {
    const late = await import('./define-crop.ts').catch(() => undefined);
    if (!late) return this.done('crop');
    const picture = await late.decodePicture(file).catch(() => undefined);
    if (!picture) return this.done('unreadable');
    this.close();
    if (!this.host.isConnected) return picture.close();
    this.hasDialog = true;
    this.current = { file, picture, question: cropQuestion(picture) };
    this.host.requestUpdate();
  }

  /** Part of the host's template. */
  dialog(): TemplateResult | typeof nothing {
    // Stays to give the focus back when it closes.
    if (!this.hasDialog) return nothing;
    return html`<sie-confirm-dialog .question=${this.current?.question} @sie-dialog-answer=${this.end}></sie-confirm-dialog>`;
  }

  private readonly end = async (event: SieDialogAnswerEvent): Promise<void> => {
    // Nobody around asked a question.
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
