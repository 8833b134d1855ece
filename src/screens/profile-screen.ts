import { html, type PropertyValues, type TemplateResult } from 'lit';
import { readProfileFields } from '../client/schemas/profile-fields.ts';
import type { SieAvatarChangeEvent } from '../elements/avatar-field/events.ts';
import type { UploadPicture } from '../elements/avatar-field/avatar-field.ts';
import {
  isGroup,
  type ProfileControl,
  type ProfileSpec,
  type ProfileTexts,
  textOf,
} from '../elements/profile-field/profile-spec.ts';
import { profileValues } from '../elements/profile-field/profile-values.ts';
import { button } from '../elements/templates/button.ts';
import { notice } from '../elements/templates/notice.ts';
import { pageHeader } from '../elements/templates/page-header.ts';
import { offlineText } from '../localization/offline-words.ts';
import { msg } from '../localization/words.ts';
import { SieScreen } from './screen.ts';

const controls = 'sie-profile-field, sie-profile-group, sie-avatar-field';

/** The tenant's own fields, to fill in before an account is complete. What was entered survives a reload and the way back. */
export class SieProfileScreen extends SieScreen<'extra-profile'> {
  static override properties = {
    ...SieScreen.properties,
    uploading: { state: true },
    avatarMissing: { state: true },
  };

  /** A picture is on its way; without its address the profile is not complete. */
  declare private uploading: boolean;
  /** The code of the avatar field could not be fetched. */
  declare private avatarMissing: boolean;

  private fields: readonly ProfileSpec[] = [];
  private entered: ProfileTexts = {};
  /** Continue was pressed: from now on a control is checked as soon as it is left. */
  private tried = false;

  constructor() {
    super();
    this.uploading = false;
    this.avatarMissing = false;
  }

  override get heading(): string {
    return msg('Tell us about yourself', { id: 'description.about_yourself' });
  }

  private get controls(): readonly ProfileControl[] {
    return [...this.querySelectorAll<ProfileControl>(`:is(${controls}):defined`)];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.hasUpdated) return;
    this.fields = readProfileFields(this.flow.settings);
    this.entered = this.flow.draft();
    if (this.fields.some(isAvatar)) void this.loadAvatar();
  }

  protected override render(): TemplateResult {
    const { flow, waiting } = this;
    return html`${pageHeader({ title: this.heading, logo: this.logo, back: () => flow.back() })}${this.noticePart()}
      <form
        class="sie-form"
        novalidate
        @submit=${this.submit}
        @input=${this.mend}
        @change=${this.checkAgain}
        @sie-avatar-change=${this.followAvatar}
      >
        ${this.fields.map((field, index) => this.control(field, index === 0))}
        ${button({
          label: msg('Continue', { id: 'action.continue' }),
          busy: this.doing('submitProfile'),
          disabled: waiting || this.uploading,
        })}
      </form>`;
  }

  private control(field: ProfileSpec, isFirst: boolean): TemplateResult {
    const { waiting, entered } = this;
    if (isGroup(field)) {
      return html`<sie-profile-group
        .spec=${field}
        .initial=${entered}
        ?readonly=${waiting}
        ?data-start=${isFirst}
      ></sie-profile-group>`;
    }
    const { name, label, type, config, required, description } = field;
    const initial = textOf(entered, name) ?? config.defaultValue ?? '';
    if (isAvatar(field)) {
      if (this.avatarMissing) return notice({ tone: 'danger', text: offlineText() });
      return html`<sie-avatar-field
        name=${name}
        .label=${label}
        .hint=${description ?? ''}
        .initial=${initial}
        .upload=${this.upload}
        ?required=${required}
        ?readonly=${waiting}
        ?data-start=${isFirst}
      ></sie-avatar-field>`;
    }
    return html`<sie-profile-field
      name=${name}
      .label=${label}
      .type=${type}
      .config=${config}
      .initial=${initial}
      .hint=${description ?? ''}
      ?required=${required}
      ?readonly=${waiting}
      ?data-start=${isFirst}
    ></sie-profile-field>`;
  }

  private async loadAvatar(): Promise<void> {
    try {
      await import('../elements/avatar-field/define.ts');
      this.avatarMissing = false;
    } catch {
      this.avatarMissing = true;
    }
  }

  private readonly upload: UploadPicture = async (file, signal) => {
    const stored = await this.flow.storeAvatar(file, signal);
    return 'url' in stored ? stored : { problem: this.problemText?.(stored.problem) ?? offlineText() };
  };

  private read(): ProfileTexts {
    return Object.assign({}, this.entered, ...this.controls.map((control) => control.read())) as ProfileTexts;
  }

  private readonly followAvatar = ({ busy }: SieAvatarChangeEvent): void => {
    this.uploading = busy;
    this.flow.keepDraft(this.read());
  };

  /** The person is mending what was wrong with a control. */
  private readonly mend = ({ target }: Event): void => {
    this.flow.dismiss();
    this.flow.keepDraft(this.read());
    const control = (target as Element).closest<ProfileControl>(controls);
    if (control) control.error = '';
  };

  private readonly checkAgain = ({ target }: Event): void => {
    this.flow.keepDraft(this.read());
    if (this.tried) (target as Element).closest<ProfileControl>('sie-profile-field, sie-profile-group')?.validate();
  };

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.waiting || this.uploading) return;
    this.tried = true;
    const wrong = this.controls.filter((control) => !control.validate());
    if (wrong[0]) {
      await this.updateComplete;
      wrong[0].focus();
    } else if (this.fields.some((field) => isAvatar(field) && field.required) && !customElements.get('sie-avatar-field')) {
      await this.loadAvatar();
    } else {
      await this.flow.do.submitProfile({ values: profileValues(this.fields, this.read()) });
    }
  };
}

const isAvatar = ({ name, type }: ProfileSpec): boolean => type === 'Url' && name === 'avatar';
