import { html, nothing, type TemplateResult } from 'lit';
import { readPasswordPolicy } from '../client/schemas/password-policy.ts';
import { define } from '../elements/element.ts';
import '../elements/password-field/define.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import { icon } from '../elements/templates/icon.ts';
import { identity, identityStyles } from '../elements/templates/identity.ts';
import { msg } from '../localization/words.ts';
import { formText } from './form-text.ts';
import { writtenIdentifier } from './identifier-words.ts';
import { newPasswordScreenStyles } from './new-password-screen.styles.ts';
import { passwordRules } from './password-rules.ts';
import { SieScreen } from './screen.ts';

/** A password for the account: its first, or one in place of a lost one. */
export class SieNewPasswordScreen extends SieScreen<'new-password'> {
  static override readonly globalStyles = [identityStyles, newPasswordScreenStyles];

  override get heading(): string {
    return this.step.purpose === 'reset'
      ? msg('New password', { id: 'description.new_password' })
      : msg('Set password', { id: 'description.set_password' });
  }

  protected override render(): TemplateResult {
    const { flow, waiting } = this;
    const { identifier } = this.step;
    const content = html`${identifier ? identity({ type: identifier.type, value: writtenIdentifier(identifier) }) : nothing}
      <sie-password-field
        .name=${'newPassword'}
        data-field="newPassword"
        purpose="new"
        .hint=${this.rules()}
        .error=${this.errorOf('newPassword')}
        ?readonly=${waiting}
        data-start
        required
      ></sie-password-field>
      ${this.asksTwice
        ? html`<sie-password-field
            .name=${'confirmPassword'}
            data-field="confirmPassword"
            purpose="new"
            .label=${msg('Confirm password', { id: 'input.confirm_password' })}
            .error=${this.errorOf('confirmPassword')}
            ?readonly=${waiting}
            required
          ></sie-password-field>`
        : nothing}
      ${button({
        label: msg('Save password', { id: 'action.save_password' }),
        ...this.pressable('submitNewPassword'),
      })}
      ${this.noticePart()}`;
    return html`${this.header({ back: () => flow.back() })} ${form({ content, submit: this.submit, input: this.follow })}`;
  }

  /** Where a slip of the finger could not be mended later. */
  private get asksTwice(): boolean {
    return this.flow.offer.recovery.length === 0;
  }

  /** What the tenant asks for, ticked off while one types. A rule that begins or ceases to be met is read out once. */
  private rules(): TemplateResult | '' {
    const typed = this.querySelector<HTMLInputElement>('input[name=newPassword]')?.value ?? '';
    const rules = passwordRules(typed, readPasswordPolicy(this.flow.settings));
    if (rules.length === 0) return '';
    return html`<ul class="sie-rules" role="list" aria-live="polite">
      ${rules.map(
        ({ text, isMet }) =>
          html`<li class="sie-rule" aria-atomic="true" ?data-met=${isMet}>
            ${isMet ? icon('success') : html`<span class="sie-rule-open"></span>`} <span>${text}</span>
            ${isMet
              ? html`<span class="sie-visually-hidden">${msg('Fulfilled', { id: 'sie.new_password.fulfilled' })}</span>`
              : nothing}
          </li>`,
      )}
    </ul>`;
  }

  private readonly follow = (): void => {
    this.flow.dismiss();
    this.requestUpdate();
  };

  private readonly submit = (form: HTMLFormElement): void => {
    const password = formText(form, 'newPassword');
    const confirmation = this.asksTwice ? formText(form, 'confirmPassword') : undefined;
    void this.flow.do.submitNewPassword({ purpose: this.step.purpose, password, confirmation });
  };
}

define('sie-new-password-screen', SieNewPasswordScreen);
