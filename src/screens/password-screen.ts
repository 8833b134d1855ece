import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import '../elements/password-field/password-field.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import { identity, identityStyles } from '../elements/templates/identity.ts';
import type { CodeIdentifier } from '../flow/index.ts';
import { msg } from '../localization/messages.ts';
import { formatIdentifier } from '../shared/identifier.ts';
import { forgotPasswordLink, formValue } from './form-parts.ts';
import { SieScreen } from './screen.ts';

/** The password of a person who has said who they are. */
export class SiePasswordScreen extends SieScreen<'password'> {
  static override readonly globalStyles = [identityStyles];

  override get heading(): string {
    return msg('Enter password', { id: 'description.enter_password' });
  }

  protected override render(): TemplateResult {
    const { flow, isBusy } = this;
    const { identifier } = this.step;
    const content = html`${identity({ type: identifier.type, value: formatIdentifier(identifier), change: () => flow.back() })}
      <sie-password-field .error=${this.errorOf('password')} ?readonly=${isBusy} data-start required></sie-password-field>
      ${this.captchaBox()}
      ${button({
        label: msg('Continue', { id: 'action.continue' }),
        ...this.buttonState('submitPassword'),
      })}
      ${this.noticePart()}`;
    return html`${this.header({ back: () => flow.back() })} ${form({ content, submit: this.submit, input: () => flow.dismiss() })}
    ${this.otherWays()}`;
  }

  /** Outside the form, so that a password manager that submits it cannot press one by mistake. */
  private otherWays(): unknown {
    const { flow } = this;
    const { identifier } = this.step;
    const forgot = forgotPasswordLink(this, () => identifier);
    const sendCode = () => void flow.do.sendCode({ identifier: identifier as CodeIdentifier });
    return html`${forgot ? html`<p class="sie-small">${forgot}</p>` : nothing}
    ${flow.options.methodsFor(identifier.type).code
      ? this.linkLine(msg('Sign in with verification code', { id: 'action.sign_in_via_passcode' }), sendCode)
      : nothing}`;
  }

  private readonly submit = (form: HTMLFormElement): void => {
    const { type, value } = this.step.identifier;
    const password = formValue(form, 'password');
    void this.flow.do.submitPassword({ identifier: { type, value, valid: true }, password });
  };
}

define('sie-password-screen', SiePasswordScreen);
