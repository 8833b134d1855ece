import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import type { KnownIdentifier, Offer } from '../flow/index.ts';
import { identifierName } from '../localization/identifier-name.ts';
import { fill, msg } from '../localization/words.ts';
import { type Deed, SieIdentifierScreen, type TypedIdentifier } from './identifier-screen-base.ts';

/** Asks where to send a code for a new password; or, after a link that names nobody, whom it was sent to. */
export class SieForgotPasswordScreen extends SieIdentifierScreen<'forgot-password'> {
  protected override readonly purpose = 'sign-in';

  override get heading(): string {
    return msg('Reset password', { id: 'description.reset_password' });
  }

  protected get types(): Offer['types'] {
    return this.step.token ? ['email'] : (this.step.focused ?? this.flow.offer.recovery);
  }

  protected override get known(): KnownIdentifier | undefined {
    return this.step.identifier ?? super.known;
  }

  protected get deed(): Deed {
    return { label: msg('Continue', { id: 'action.continue' }), command: 'startRecovery' };
  }

  protected override render(): TemplateResult {
    const { flow, step } = this;
    const back = step.focused ? undefined : () => flow.back();
    return html`${this.header({ description: this.description(), back })}
    ${this.form()}${step.focused ? this.backToSignIn() : nothing}`;
  }

  protected override more(): unknown {
    return this.captchaBox();
  }

  private description(): string {
    if (this.step.token) {
      return msg('Enter the email address associated with your account to continue resetting your password.', {
        id: 'description.reset_password_magic_link_description',
      });
    }
    const text = msg(
      'Enter the {{types, list(type: disjunction;)}} associated with your account, and we’ll send you the verification code to reset your password.',
      { id: 'description.reset_password_description' },
    );
    return fill(text, { types: this.types.map(identifierName) });
  }

  private backToSignIn(): TemplateResult {
    const label = msg('Back to sign in', { id: 'description.back_to_sign_in' });
    return this.linkTo({ name: 'sign-in' }, label, { replace: true });
  }

  protected send(identifier: TypedIdentifier): Promise<void> {
    return this.flow.do.startRecovery({ identifier, token: this.step.token });
  }
}

define('sie-forgot-password-screen', SieForgotPasswordScreen);
