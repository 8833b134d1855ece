import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/words.ts';
import { parseWebUrl } from '../../shared/web-address.ts';
import { SieFieldElement } from '../field-element.ts';
import type { ProfileControl, ProfileTexts } from '../profile-field/profile-spec.ts';
import { labelText, markedLabel, requiredText } from '../profile-field/profile-words.ts';
import { button } from '../templates/button.ts';
import { describedBy } from '../templates/field.ts';
import { controlName } from '../templates/form.ts';
import { avatarFieldStyles } from './avatar-field.styles.ts';
import { avatarPicture } from './avatar-picture.ts';
import { avatarProblem, hintText, storedText } from './avatar-words.ts';
import { type CroppedPicture, PictureCropping } from './picture-cropping.ts';
import { checkPicture, pictureTypes } from './picture-file.ts';

/** The picture of an avatar field, or whether one is being uploaded, is another now. Bubbles. */
export class SieAvatarChangeEvent extends Event {
  static readonly eventName = 'sie-avatar-change';

  constructor(
    /** A picture is on its way: its address is not known yet. */
    readonly busy: boolean,
  ) {
    super(SieAvatarChangeEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-avatar-change': SieAvatarChangeEvent;
  }
}

/** Stores a picture and tells its address, or in words why it could not. */
export type UploadPicture = (file: File, signal: AbortSignal) => Promise<{ readonly url: string } | { readonly problem: string }>;

/**
 * A picture of the person: a file is chosen, cropped to a square and uploaded at once; the value is its address. What belongs to
 * cropping is loaded when the first file was chosen. While a picture is not stored, because its upload failed or is not done, the
 * field is not valid. Where it is not required, the label says so and the picture can be removed.
 *
 * CSS: `.sie-avatar` with `.sie-avatar-picture`, `.sie-avatar-image`, `.sie-avatar-actions`, `.sie-avatar-input`;
 * `.sie-label`, `.sie-hint`, `.sie-error`. Cropping: see `SieAvatarCrop`.
 *
 * @fires {SieAvatarChangeEvent} sie-avatar-change - Another picture, none, or one on its way.
 */
export class SieAvatarField extends SieFieldElement implements ProfileControl {
  static override readonly sheets = [avatarFieldStyles];

  static override properties = {
    initial: {},
    upload: { attribute: false },
    value: { state: true },
    preview: { state: true },
    unsent: { state: true },
    busy: { state: true },
  };

  /** Address of the picture to begin with. */
  declare initial: string;
  declare upload: UploadPicture;

  declare private value: string;
  /** Data URL of what was cropped here, there before the address is. */
  declare private preview: string;
  /** Cropped, but not stored: its upload failed, or is under way. */
  declare private unsent: File | undefined;
  declare private busy: boolean;
  /** What was chosen here has been stored. */
  private stored = false;
  private uploading: AbortController | undefined;
  private readonly cropping = new PictureCropping(this, (cropped) => this.take(cropped));

  constructor() {
    super();
    this.name = 'avatar';
    this.initial = '';
    this.value = '';
    this.preview = '';
    this.busy = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.uploading?.abort();
  }

  read(): ProfileTexts {
    return { [this.name]: this.value };
  }

  validate(): boolean {
    const { unsent, required, value, name, label } = this;
    if (unsent) this.error = avatarProblem('unsent');
    else if (required && !value) this.error ||= requiredText(labelText(name, label));
    else return true;
    return false;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.value = parseWebUrl(this.initial)?.href ?? '';
  }

  protected override render(): TemplateResult {
    const { error, hint, busy, required, name, inputId: id } = this;
    const label = labelText(name, this.label);
    const uploading = msg('Uploading...', { id: 'profile.avatar_upload.uploading' });
    return html`<div class="sie-avatar">
        <span class="sie-visually-hidden" role="status">${busy ? uploading : this.stored ? storedText() : ''}</span>
        ${avatarPicture(this.preview || this.value, busy)}
        <div class="sie-avatar-body">
          <label class="sie-label" for=${id}>${markedLabel(label, required)}</label>
          <div class="sie-avatar-actions">
            <input
              class="sie-avatar-input"
              id=${id}
              name=${controlName(name)}
              type="file"
              accept=${pictureTypes.join()}
              aria-describedby=${describedBy({ id, hint: 'always', error })}
              aria-invalid=${error ? 'true' : nothing}
              ?disabled=${this.isFixed}
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
      ${this.cropping.dialog()}`;
  }

  /** What can be done besides choosing a file. */
  private otherActions(): unknown {
    const { busy, unsent, value, required, isFixed: disabled } = this;
    const other = (label: string, press: () => void) => button({ type: 'button', variant: 'text', label, press, disabled });
    if (busy) return other(msg('Cancel', { id: 'action.cancel' }), this.giveUp);
    const remove = (press: () => void) => other(msg('Remove', { id: 'profile.avatar_upload.remove' }), press);
    if (unsent) {
      return [other(msg('Try again', { id: 'sie.action.try_again' }), () => void this.send(unsent)), remove(this.giveUp)];
    }
    return value && !required ? remove(this.clear) : nothing;
  }

  private readonly choose = (): void => {
    const { input } = this;
    const file = input?.files?.[0];
    if (!file) return;
    // Else choosing the same file again would be no change.
    input.value = '';
    const wrong = checkPicture(file);
    this.error = wrong ? avatarProblem(wrong) : '';
    if (!wrong) void this.cropping.begin(file);
  };

  private take(cropped: CroppedPicture | 'unreadable' | 'crop'): void {
    if (typeof cropped === 'string') {
      this.error = avatarProblem(cropped);
    } else {
      this.preview = cropped.preview;
      void this.send(cropped.file);
    }
  }

  private async send(file: File): Promise<void> {
    this.uploading?.abort();
    const { signal } = (this.uploading = new AbortController());
    this.error = '';
    this.stored = false;
    this.unsent = file;
    this.tell(true);
    const answer = await this.upload(file, signal).catch(() => ({ problem: avatarProblem('upload') }));
    if (signal.aborted) return;
    if ('url' in answer) {
      this.value = answer.url;
      this.stored = true;
      this.unsent = undefined;
      this.error = '';
    } else {
      this.error = answer.problem;
    }
    this.tell(false);
  }

  /** Leaves the picture as it was before this one. */
  private readonly giveUp = (): void => {
    this.uploading?.abort();
    this.preview = '';
    this.unsent = undefined;
    this.stored = false;
    this.error = '';
    this.tell(false);
    this.focus();
  };

  private readonly clear = (): void => {
    this.value = '';
    this.giveUp();
  };

  private tell(busy: boolean): void {
    this.busy = busy;
    this.dispatchEvent(new SieAvatarChangeEvent(busy));
  }

  private get isFixed(): boolean {
    return this.disabled || this.readonly;
  }
}
