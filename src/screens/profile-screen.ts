import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { readProfileFields } from '../client/schemas/profile-fields.ts';
import type { SieAvatarChangeEvent, UploadPicture } from '../elements/avatar-field/avatar-field.ts';
import { define } from '../elements/element.ts';
import '../elements/profile-field/profile-field.ts';
import {
  isGroup,
  type ProfileControl,
  type ProfileSpec,
  type ProfileTexts,
  profileValues,
  textOf,
} from '../elements/profile-field/profile-spec.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import { notice } from '../elements/templates/page.ts';
import { msg, chunkMissingText } from '../localization/messages.ts';
import { lazy } from '../shared/lazy.ts';
import { SieScreen } from './screen.ts';

const controls = 'sie-profile-field, sie-profile-group, sie-avatar-field';

const isAvatar = ({ name, type }: ProfileSpec): boolean => type === 'Url' && name === 'avatar';

/** Elements that not every tenant needs, loaded on demand. */
const lateElements = [
  { tag: 'sie-profile-group', isFor: isGroup, load: lazy(() => import('../elements/profile-field/profile-group.ts')) },
  { tag: 'sie-avatar-field', isFor: isAvatar, load: lazy(() => import('../elements/avatar-field/avatar-field.ts')) },
] as const;

const loadProblemWords = lazy(() => import('../localization/problem-messages.ts'));

/** The tenant's own fields, which complete an account. What was entered survives a reload and Back. */
export class SieProfileScreen extends SieScreen<'extra-profile'> {
  static override properties = {
    ...SieScreen.properties,
    uploading: { state: true },
    stage: { state: true },
  };

  /** A picture is being uploaded; the profile needs its URL. */
  declare private uploading: boolean;
  /** Whether the elements that the fields need are loaded. */
  declare private stage: 'loading' | 'ready' | 'failed';

  private fields: readonly ProfileSpec[] = [];
  private entered: ProfileTexts = {};
  private loaded: Promise<void> | undefined;
  /** The form was submitted once: from then on a control is checked when it is left. */
  private tried = false;

  constructor() {
    super();
    this.uploading = false;
    this.stage = 'ready';
  }

  override get heading(): string {
    return msg('Tell us about yourself', { id: 'description.about_yourself' });
  }

  private get controls(): readonly ProfileControl[] {
    return [...this.querySelectorAll<ProfileControl>(controls)];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.hasUpdated) return;
    this.fields = readProfileFields(this.flow.settings);
    this.entered = this.flow.draft();
    this.load();
  }

  protected override render(): TemplateResult {
    return html`${this.header({ back: () => this.flow.back() })}
    ${this.stage === 'ready' ? this.form() : this.stage === 'failed' ? this.failed() : nothing}`;
  }

  private form(): TemplateResult {
    const content = html`${this.fields.map((field, index) => this.control(field, index === 0))}
    ${button({
      label: msg('Continue', { id: 'action.continue' }),
      ...this.buttonState('submitProfile'),
      disabled: this.isBusy || this.uploading,
    })}
    ${this.noticePart()}`;
    return form({ content, submit: this.submit, input: this.onInput, change: this.onChange });
  }

  private control(field: ProfileSpec, isFirst: boolean): TemplateResult {
    const { isBusy, entered } = this;
    if (isGroup(field)) {
      return html`<sie-profile-group
        .spec=${field}
        .initial=${entered}
        ?readonly=${isBusy}
        ?data-start=${isFirst}
      ></sie-profile-group>`;
    }
    const { name, label, type, config, required, description } = field;
    const initial = textOf(entered, name) ?? config.defaultValue ?? '';
    if (isAvatar(field)) {
      return html`<sie-avatar-field
        .name=${name}
        .label=${label}
        .hint=${description ?? ''}
        .initial=${initial}
        .upload=${this.upload}
        @sie-avatar-change=${this.onAvatarChange}
        ?required=${required}
        ?readonly=${isBusy}
        ?data-start=${isFirst}
      ></sie-avatar-field>`;
    }
    return html`<sie-profile-field
      .name=${name}
      .label=${label}
      .type=${type}
      .config=${config}
      .initial=${initial}
      .hint=${description ?? ''}
      ?required=${required}
      ?readonly=${isBusy}
      ?data-start=${isFirst}
    ></sie-profile-field>`;
  }

  private failed(): TemplateResult {
    return html`<div class="sie-form">
      ${notice({ tone: 'danger', text: chunkMissingText() })}
      ${button({ type: 'button', label: msg('Try again', { id: 'sie.action.try_again' }), press: () => this.load() })}
    </div>`;
  }

  /** Loads the elements that these fields need. */
  private load(): void {
    const missing = lateElements.filter(({ tag, isFor }) => this.fields.some(isFor) && !customElements.get(tag));
    this.stage = missing.length === 0 ? 'ready' : 'loading';
    if (missing.length === 0) return;
    this.loaded = Promise.all(missing.map(({ load }) => load())).then(
      () => void (this.stage = 'ready'),
      () => void (this.stage = 'failed'),
    );
  }

  /** Complete when the fields are rendered. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.loaded;
    return super.getUpdateComplete();
  }

  private read(): ProfileTexts {
    return Object.fromEntries(this.controls.flatMap((control) => Object.entries(control.read())));
  }

  private readonly upload: UploadPicture = async (file, signal) => {
    const stored = await this.flow.storeAvatar(file, signal);
    if ('url' in stored) return stored;
    // Not a problem of the flow's state, so the controller has not loaded the texts.
    const words = await loadProblemWords.optional();
    return { problem: words?.problemText(stored.problem) ?? chunkMissingText() };
  };

  private readonly onAvatarChange = ({ busy }: SieAvatarChangeEvent): void => {
    this.uploading = busy;
    this.flow.keepDraft(this.read());
  };

  /** Input in a control clears its error. */
  private readonly onInput = ({ target }: Event): void => {
    this.flow.dismiss();
    this.flow.keepDraft(this.read());
    const control = (target as Element).closest<ProfileControl>(controls);
    if (control) control.error = '';
  };

  private readonly onChange = ({ target }: Event): void => {
    this.flow.keepDraft(this.read());
    if (this.tried) (target as Element).closest<ProfileControl>('sie-profile-field, sie-profile-group')?.validate();
  };

  private readonly submit = async (): Promise<void> => {
    if (this.isBusy || this.uploading) return;
    this.tried = true;
    const [wrong] = this.controls.filter((control) => !control.validate());
    if (wrong) {
      await this.updateComplete;
      wrong.focus();
    } else {
      await this.flow.do.submitProfile({ values: profileValues(this.fields, this.read()) });
    }
  };
}

define('sie-profile-screen', SieProfileScreen);
