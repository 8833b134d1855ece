import { css, html, nothing, type TemplateResult } from 'lit';
import { type PasswordPolicy, readPasswordPolicy } from '../client/schemas/policies.ts';
import { define } from '../elements/element.ts';
import '../elements/password-field/password-field.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import { icon } from '../elements/templates/icon.ts';
import { identity, identityStyles } from '../elements/templates/identity.ts';
import { hasEnoughKinds, isLongEnough } from '../flow/policy/passwords.ts';
import { capitalize, msg, plural } from '../localization/messages.ts';
import { formatIdentifier } from '../shared/identifier.ts';
import { formValue } from './form-parts.ts';
import { SieScreen } from './screen.ts';

const styles = css`
  @layer sie.screens {
    .sie-rules {
      display: grid;
      gap: var(--_sie-space-1);
    }
    .sie-rule {
      display: flex;
      gap: var(--_sie-space-2);
    }
    .sie-rule:where([data-met]) {
      color: var(--_sie-text);
    }
    .sie-rule > .sie-icon,
    .sie-rule-open {
      flex: none;
      inline-size: 16px;
      block-size: 16px;
      margin-block-start: 1px;
    }
    .sie-rule > .sie-icon {
      color: var(--_sie-success);
    }
    .sie-rule-open {
      border: 1.5px solid var(--_sie-border-strong);
      border-radius: 50%;
      scale: 0.75;
    }
  }
`;

/** A password for the account: its first, or one in place of a lost one. */
export class SieNewPasswordScreen extends SieScreen<'new-password'> {
  static override readonly globalStyles = [identityStyles, styles];

  override get heading(): string {
    return this.step.purpose === 'reset'
      ? msg('New password', { id: 'description.new_password' })
      : msg('Set password', { id: 'description.set_password' });
  }

  protected override render(): TemplateResult {
    const { flow, isBusy } = this;
    const { identifier } = this.step;
    const content = html`${identifier ? identity({ type: identifier.type, value: formatIdentifier(identifier) }) : nothing}
      <sie-password-field
        .name=${'newPassword'}
        data-field="newPassword"
        purpose="new"
        .hint=${this.rules()}
        .error=${this.errorOf('newPassword')}
        ?readonly=${isBusy}
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
            ?readonly=${isBusy}
            required
          ></sie-password-field>`
        : nothing}
      ${button({
        label: msg('Save password', { id: 'action.save_password' }),
        ...this.buttonState('submitNewPassword'),
      })}
      ${this.noticePart()}`;
    return html`${this.header({ back: () => flow.back() })} ${form({ content, submit: this.submit, input: this.onInput })}`;
  }

  /** A typing mistake could not be corrected later without a password reset. */
  private get asksTwice(): boolean {
    return this.flow.options.recovery.length === 0;
  }

  /** The tenant's requirements, ticked off while typing. A change of one is read out once. */
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

  private readonly onInput = (): void => {
    this.flow.dismiss();
    this.requestUpdate();
  };

  private readonly submit = (form: HTMLFormElement): void => {
    const password = formValue(form, 'newPassword');
    const confirmation = this.asksTwice ? formValue(form, 'confirmPassword') : undefined;
    void this.flow.do.submitNewPassword({ purpose: this.step.purpose, password, confirmation });
  };
}

/** One requirement of the tenant for a new password. */
interface PasswordRule {
  readonly text: string;
  readonly isMet: boolean;
}

/** Requirements that a page can check, and whether the password meets them. Empty where nearly every password does. */
function passwordRules(password: string, policy: PasswordPolicy): readonly PasswordRule[] {
  const { length, characterTypes } = policy;
  return [
    // A password with three kinds of characters has at least three characters.
    ...(length.min > characterTypes.min ? [{ text: lengthText(length.min), isMet: isLongEnough(password, policy) }] : []),
    ...(characterTypes.min > 1 ? [{ text: kindsText(characterTypes.min), isMet: hasEnoughKinds(password, policy) }] : []),
  ];
}

const lengthText = (count: number): string =>
  capitalize(
    plural(count, {
      one: msg('requires a minimum of {{count}} character', { id: 'description.password_requirement.length_one' }),
      two: msg('requires a minimum of {{count}} characters', { id: 'description.password_requirement.length_two' }),
      few: msg('requires a minimum of {{count}} characters', { id: 'description.password_requirement.length_few' }),
      many: msg('requires a minimum of {{count}} characters', { id: 'description.password_requirement.length_many' }),
      other: msg('requires a minimum of {{count}} characters', { id: 'description.password_requirement.length_other' }),
    }),
  );

const kindsText = (count: number): string =>
  capitalize(
    plural(count, {
      one: msg('should contain at least {{count}} type of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_one',
      }),
      two: msg('should contain at least {{count}} types of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_two',
      }),
      few: msg('should contain at least {{count}} types of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_few',
      }),
      many: msg('should contain at least {{count}} types of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_many',
      }),
      other: msg('should contain at least {{count}} types of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_other',
      }),
    }),
  );

define('sie-new-password-screen', SieNewPasswordScreen);
