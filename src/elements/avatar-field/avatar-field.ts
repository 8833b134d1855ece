import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/words.ts';
import type { DialogQuestion } from '../confirm-dialog/confirm-dialog.ts';
import type { SieDialogAnswerEvent } from '../confirm-dialog/events.ts';
import { SieElement } from '../element.ts';
import { isWebUrl } from '../profile-field/check-value.ts';
import type { ProfileControl, ProfileTexts } from '../profile-field/profile-spec.ts';
import { labelText, markedLabel, requiredText } from '../profile-field/profile-words.ts';
import { button } from '../templates/button.ts';
import { describedBy } from '../templates/field.ts';
import type { SieAvatarCrop } from './avatar-crop.ts';
import { avatarFieldStyles } from './avatar-field.styles.ts';
import { avatarPicture } from './avatar-picture.ts';
import { avatarProblem, hintText } from './avatar-words.ts';
import { cropQuestion } from './crop-question.ts';
import { SieAvatarChangeEvent } from './events.ts';
import { checkPicture, jpegName, pictureTypes } from './picture-file.ts';
import type { Picture } from './picture.ts';

/** Stores a picture and tells its address, or in words why it could not. */
export type UploadPicture = (file: File, signal: AbortSignal) => Promise<{ readonly url: string } | { readonly problem: string }>;

/** A file that was chosen and is being cropped. */
interface Cropping {
  readonly file: File;
  readonly picture: Picture;
  readonly question: DialogQuestion;
}

/**
 * A picture of the person: a file is chosen, cropped to a square and uploaded at once; the value is its address. What belongs to
 * cropping is loaded when the first file was chosen.
 *
 * CSS: `.sie-avatar` with `.sie-avatar-picture`, `.sie-avatar-image`, `.sie-avatar-actions`, `.sie-avatar-input`;
 * `.sie-label`, `.sie-hint`, `.sie-error`. Cropping: see `SieAvatarCrop`.
 *
 * @fires {SieAvatarChangeEvent} sie-avatar-change - Another picture, none, or one on its way.
 */
export class SieAvatarField extends SieElement implements ProfileControl {
  static override readonly sheets = [avatarFieldStyles];

  static override properties = {
    name: {},
    label: {},
    hint: {},
    error: {},
    required: { type: Boolean },
    readonly: { type: Boolean },
    initial: {},
    upload: { attribute: false },
    value: { state: true },
    preview: { state: true },
    cropping: { state: true },
    unsent: { state: true },
    busy: { state: true },
    hasCropped: { state: true },
  };

  /** Name of the file input. @default 'avatar' */
  declare name: string;
  /** Label; empty shows our own words. */
  declare label: string;
  /** Line below. */
  declare hint: string;
  /** What is wrong; empty for nothing. */
  declare error: string;
  /** Where it is not, the label says so and the picture can be removed. */
  declare required: boolean;
  declare readonly: boolean;
  /** Address of the picture to begin with. */
  declare initial: string;
  declare upload: UploadPicture;

  declare private value: string;
  /** Data URL of what was cropped here, there before the address is. */
  declare private preview: string;
  declare private cropping: Cropping | undefined;
  /** Cropped, but the upload failed. */
  declare private unsent: File | undefined;
  declare private busy: boolean;
  /** The dialog is there. */
  declare private hasCropped: boolean;
  private uploading: AbortController | undefined;

  constructor() {
    super();
    this.name = 'avatar';
    this.label = '';
    this.hint = '';
    this.error = '';
    this.required = false;
    this.readonly = false;
    this.initial = '';
    this.value = '';
    this.preview = '';
    this.busy = false;
    this.hasCropped = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.uploading?.abort();
    this.closeCropping();
  }

  /** Focuses the file input. */
  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  read(): ProfileTexts {
    return { [this.name]: this.value };
  }

  validate(): boolean {
    const isRight = !this.required || this.value !== '';
    if (!isRight) this.error ||= requiredText(labelText(this.name, this.label));
    return isRight;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated && isWebUrl(this.initial)) this.value = this.initial;
  }

  protected override render(): TemplateResult {
    const { error, hint, busy, readonly, required, name } = this;
    const id = `${this.uid}-input`;
    const label = labelText(name, this.label);
    const uploading = msg('Uploading...', { id: 'profile.avatar_upload.uploading' });
    return html`<div class="sie-avatar">
        <span class="sie-visually-hidden" role="status">${busy ? uploading : ''}</span>
        ${avatarPicture(this.preview || this.value, busy)}
        <div class="sie-avatar-body">
          <label class="sie-label" for=${id}>${markedLabel(label, required)}</label>
          <div class="sie-avatar-actions">
            <input
              class="sie-avatar-input"
              id=${id}
              name=${name}
              type="file"
              accept=${pictureTypes.join()}
              aria-describedby=${describedBy({ id, hint: 'always', error })}
              aria-invalid=${error ? 'true' : nothing}
              ?disabled=${readonly}
              ?required=${required}
              @change=${this.choose}
            />
            <label class="sie-button" data-variant="secondary" for=${id}
              >${busy ? uploading : msg('Upload', { id: 'profile.avatar_upload.upload' })}</label
            >
            ${this.otherActions()}
          </div>
          <div class="sie-hint" id="${id}-hint">
            ${hint ? html`<p>${hint}</p>` : nothing}
            <p>${hintText()}</p>
          </div>
        </div>
      </div>
      <div class="sie-foot"><p class="sie-error" id="${id}-error" role="alert">${error}</p></div>
      ${this.cropDialog()}`;
  }

  /** What can be done besides choosing a file. */
  private otherActions(): unknown {
    const { busy, unsent, value, required, readonly: disabled } = this;
    const other = (label: string, press: () => void) => button({ type: 'button', variant: 'text', label, press, disabled });
    if (busy) return other(msg('Cancel', { id: 'action.cancel' }), this.giveUp);
    return [
      unsent ? other(msg('Try again', { id: 'sie.action.try_again' }), () => void this.send(unsent)) : nothing,
      (value || unsent) && !required ? other(msg('Remove', { id: 'profile.avatar_upload.remove' }), this.clear) : nothing,
    ];
  }

  private cropDialog(): TemplateResult | typeof nothing {
    // Stays to give the focus back when it closes.
    if (!this.hasCropped) return nothing;
    return html`<sie-confirm-dialog
      .question=${this.cropping?.question}
      @sie-dialog-answer=${this.endCropping}
    ></sie-confirm-dialog>`;
  }

  private readonly choose = async (): Promise<void> => {
    const { input } = this;
    const file = input?.files?.[0];
    if (!file) return;
    // Else choosing the same file again would be no change.
    input.value = '';
    const wrong = checkPicture(file);
    this.error = wrong ? avatarProblem(wrong) : '';
    if (wrong) return;
    try {
      const { decodePicture } = await import('./define-crop.ts');
      this.startCropping(file, await decodePicture(file));
    } catch {
      this.error = avatarProblem('crop');
    }
  };

  private startCropping(file: File, picture: Picture): void {
    this.closeCropping();
    if (!this.isConnected) return picture.close();
    this.hasCropped = true;
    this.cropping = { file, picture, question: cropQuestion(picture) };
  }

  private readonly endCropping = async (event: SieDialogAnswerEvent): Promise<void> => {
    // Nobody around asked a question.
    event.stopPropagation();
    const { cropping } = this;
    const crop = this.querySelector<SieAvatarCrop>('sie-avatar-crop');
    if (!cropping || !crop) return;
    try {
      if (!event.accepted) return;
      const { picture, preview } = await crop.read();
      this.preview = preview;
      void this.send(new File([picture], jpegName(cropping.file.name), { type: picture.type }));
    } catch {
      this.error = avatarProblem('crop');
    } finally {
      this.closeCropping();
    }
  };

  private closeCropping(): void {
    this.cropping?.picture.close();
    this.cropping = undefined;
  }

  private async send(file: File): Promise<void> {
    this.uploading?.abort();
    const { signal } = (this.uploading = new AbortController());
    this.error = '';
    this.unsent = undefined;
    this.tell(true);
    const answer = await this.upload(file, signal).catch(() => ({ problem: avatarProblem('upload') }));
    if (signal.aborted) return;
    if ('url' in answer) {
      this.value = answer.url;
    } else {
      this.unsent = file;
      this.error = answer.problem;
    }
    this.tell(false);
  }

  /** Leaves the picture as it was. */
  private readonly giveUp = (): void => {
    this.uploading?.abort();
    this.preview = '';
    this.tell(false);
    this.focus();
  };

  private readonly clear = (): void => {
    this.value = '';
    this.preview = '';
    this.unsent = undefined;
    this.error = '';
    this.tell(false);
    this.focus();
  };

  private tell(busy: boolean): void {
    this.busy = busy;
    this.dispatchEvent(new SieAvatarChangeEvent(busy));
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('.sie-avatar-input');
  }
}
