import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/messages.ts';
import { parseWebUrl } from '../../shared/web-address.ts';
import { define, SieFieldElement } from '../element.ts';
import type { ProfileControl, ProfileTexts } from '../profile-field/profile-spec.ts';
import { labelText, markedLabel, requiredText } from '../profile-field/profile-texts.ts';
import { button } from '../templates/button.ts';
import { describedBy } from '../templates/field.ts';
import { controlName } from '../templates/form.ts';
import { avatarFieldStyles } from './avatar-field.styles.ts';
import { avatarProblem, checkPicture, hintText, pictureTypes, storedText } from './avatar-messages.ts';
import { CropDialog, type CroppedPicture } from './crop-dialog.ts';

/** The picture of an avatar field, or whether one is being uploaded, has changed. Bubbles. */
export class SieAvatarChangeEvent extends Event {
  static readonly eventName = 'sie-avatar-change';

  constructor(
    /** A picture is being uploaded: its address is not known yet. */
    readonly busy: boolean,
  ) {
    super(SieAvatarChangeEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-avatar-change': SieAvatarChangeEvent;
  }
  interface HTMLElementTagNameMap {
    'sie-avatar-field': SieAvatarField;
  }
}

/** Stores a picture. Resolves to its address, or to the text of an error. */
export type UploadPicture = (file: File, signal: AbortSignal) => Promise<{ readonly url: string } | { readonly problem: string }>;

/**
 * A picture of the person: a file is chosen, cropped to a square and uploaded at once; the value is its address. The code for
 * cropping is loaded when the first file is chosen. The field is invalid until a cropped picture is uploaded. Where it is not
 * required, the label says so and the picture can be removed.
 *
 * CSS: `.sie-avatar` with `.sie-avatar-picture` (`[data-busy]` during the upload), `.sie-avatar-image`, `.sie-spinner`,
 * `.sie-avatar-actions`, `.sie-avatar-input`; `.sie-label`, `.sie-hint`, `.sie-error`. Cropping: see `SieAvatarCrop`.
 *
 * @fires {SieAvatarChangeEvent} sie-avatar-change - The picture changed, was removed, or is being uploaded.
 */
export class SieAvatarField extends SieFieldElement implements ProfileControl {
  static override readonly globalStyles = [avatarFieldStyles];

  static override properties = {
    initial: {},
    upload: { attribute: false },
    value: { state: true },
    preview: { state: true },
    unsent: { state: true },
    busy: { state: true },
  };

  /** Address of the initial picture. */
  declare initial: string;
  declare upload: UploadPicture;

  declare private value: string;
  /** Data URL of the cropped picture, shown while its address is not known. */
  declare private preview: string;
  /** The cropped picture while it is not stored: its upload failed, or is in progress. */
  declare private unsent: File | undefined;
  declare private busy: boolean;
  /** The chosen picture has been stored. */
  private stored = false;
  private uploading: AbortController | undefined;
  private readonly cropDialog = new CropDialog(this, (cropped) => this.useCropped(cropped));

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
              @change=${this.chooseFile}
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
      ${this.cropDialog.render()}`;
  }

  /** The actions besides choosing a file. */
  private otherActions(): unknown {
    const { busy, unsent, value, required, isFixed: disabled } = this;
    const other = (label: string, press: () => void) => button({ type: 'button', variant: 'text', label, press, disabled });
    if (busy) return other(msg('Cancel', { id: 'action.cancel' }), this.revert);
    const remove = (press: () => void) => other(msg('Remove', { id: 'profile.avatar_upload.remove' }), press);
    if (unsent) {
      return [other(msg('Try again', { id: 'sie.action.try_again' }), () => void this.send(unsent)), remove(this.revert)];
    }
    return value && !required ? remove(this.removePicture) : nothing;
  }

  private readonly chooseFile = (): void => {
    const { input } = this;
    const file = input?.files?.[0];
    if (!file) return;
    // Otherwise choosing the same file again would fire no `change` event.
    input.value = '';
    const wrong = checkPicture(file);
    this.error = wrong ? avatarProblem(wrong) : '';
    if (!wrong) void this.cropDialog.open(file);
  };

  private useCropped(cropped: CroppedPicture | 'unreadable' | 'crop' | 'chunk'): void {
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
    this.setBusy(true);
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
    this.setBusy(false);
  }

  /** Goes back to the picture before this one. */
  private readonly revert = (): void => {
    this.uploading?.abort();
    this.preview = '';
    this.unsent = undefined;
    this.stored = false;
    this.error = '';
    this.setBusy(false);
    this.focus();
  };

  private readonly removePicture = (): void => {
    this.value = '';
    this.revert();
  };

  private setBusy(busy: boolean): void {
    this.busy = busy;
    this.dispatchEvent(new SieAvatarChangeEvent(busy));
  }

  private get isFixed(): boolean {
    return this.disabled || this.readonly;
  }
}

/** The picture, or the outline of a person where there is none. */
function avatarPicture(source: string, busy: boolean): TemplateResult {
  const image = source
    ? html`<img class="sie-avatar-image" src=${source} alt="" referrerpolicy="no-referrer" />`
    : html`<svg class="sie-avatar-image" viewBox="0 0 72 72" aria-hidden="true">
        <path d="M36 39a12 12 0 1 0 0-24 12 12 0 0 0 0 24Zm0 5c-13 0-22 7-24 18v10h48V62c-2-11-11-18-24-18Z"></path>
      </svg>`;
  return html`<span class="sie-avatar-picture" ?data-busy=${busy}>
    ${image}${busy ? html`<span class="sie-spinner"></span>` : nothing}
  </span>`;
}

define('sie-avatar-field', SieAvatarField);
