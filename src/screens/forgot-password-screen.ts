import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import type { IdentifierType } from '../flow/index.ts';
import { identifierNoun, interpolate, msg } from '../localization/messages.ts';
import { identifierForm, submitButton } from './identifier-form.ts';
import { SieScreen } from './screen.ts';

/** Asks where to send a code for a new password; after a reset link that names nobody, the address it was sent to. */
export class SieForgotPasswordScreen extends SieScreen<'forgot-password'> {
  override get heading(): string {
    return msg('Reset password', { id: 'description.reset_password' });
  }

  protected override render(): TemplateResult {
    const { flow, step } = this;
    const { token, focused } = step;
    const types = token ? (['email'] as const) : (focused ?? flow.options.recovery);
    const form = identifierForm(this, {
      types,
      purpose: 'sign-in',
      initial: step.identifier ?? flow.options.knownIdentifier(types),
      hint: '',
      hasPassword: false,
      takesFocus: true,
      content: this.captchaBox(),
      button: submitButton(this, { label: msg('Continue', { id: 'action.continue' }), command: 'startRecovery' }),
      notice: this.noticePart(),
      send: (identifier) => flow.do.startRecovery({ identifier, token }),
    });
    const back = focused ? undefined : () => flow.back();
    return html`${this.header({ description: this.description(types), back })} ${form}${focused ? this.backToSignIn() : nothing}`;
  }

  private description(types: readonly IdentifierType[]): string {
    if (this.step.token) {
      return msg('Enter the email address associated with your account to continue resetting your password.', {
        id: 'description.reset_password_magic_link_description',
      });
    }
    const text = msg(
      'Enter the {{types, list(type: disjunction;)}} associated with your account, and we’ll send you the verification code to reset your password.',
      { id: 'description.reset_password_description' },
    );
    return interpolate(text, { types: types.map(identifierNoun) });
  }

  private backToSignIn(): TemplateResult {
    const label = msg('Back to sign in', { id: 'description.back_to_sign_in' });
    return this.linkTo({ name: 'sign-in' }, label, { replace: true });
  }
}

define('sie-forgot-password-screen', SieForgotPasswordScreen);
