import { html, nothing } from 'lit';
import { define } from '../elements/element.ts';
import '../elements/identifier-field/define.ts';
import '../elements/password-field/define.ts';
import '../elements/social-buttons/define.ts';
import type { Identifier, Offer } from '../flow/index.ts';
import { msg } from '../localization/words.ts';
import { SieFirstScreen } from './first-screen-base.ts';
import { forgotLink } from './forgot-link.ts';
import { formText } from './form-text.ts';
import type { Deed, TypedIdentifier } from './identifier-screen-base.ts';

/** The first screen: identifier (with the password where every method is one), social buttons, terms. */
export class SieSignInScreen extends SieFirstScreen<'sign-in'> {
  protected override readonly purpose = 'sign-in';

  override get heading(): string {
    return this.step.focused
      ? msg('Sign in', { id: 'description.sign_in' })
      : msg('Sign in to your account', { id: 'description.sign_in_to_your_account' });
  }

  protected get types(): Offer['types'] {
    return this.step.focused ?? this.flow.offer.types;
  }

  protected override terms(): Offer['terms'] {
    return this.flow.offer.terms;
  }

  protected override asksPassword(): boolean {
    return this.flow.offer.form === 'password';
  }

  protected override startsHere(): boolean {
    return !this.asksPassword() || !this.known;
  }

  protected get deed(): Deed {
    const command = this.asksPassword() ? 'submitPassword' : 'submitIdentifier';
    return { label: msg('Sign in', { id: 'action.sign_in' }), command };
  }

  protected fields(): unknown {
    if (!this.asksPassword()) return nothing;
    return html`<sie-password-field
      ?hidden=${this.signOn?.found}
      .error=${this.errorOf('password')}
      .aside=${forgotLink(this.flow, this.waiting, this.typed)}
      ?readonly=${this.waiting}
      ?data-start=${!this.startsHere()}
      required
    ></sie-password-field>`;
  }

  protected elsewhere(): unknown {
    if (this.step.focused) {
      return this.linkTo({ name: 'sign-in' }, msg('All sign-in options', { id: 'description.all_sign_in_options' }));
    }
    if (this.flow.offer.signUp.length === 0) return nothing;
    // A question and its answer, two phrases of the server.
    const before = msg('No account yet? ', { id: 'description.no_account' });
    const label = msg('Create account', { id: 'action.create_account' });
    return this.linkTo({ name: 'register' }, label, { before, replace: true });
  }

  protected async send(identifier: TypedIdentifier, form: HTMLFormElement): Promise<void> {
    const password = formText(form, 'password');
    if (this.asksPassword()) await this.flow.do.submitPassword({ identifier, password });
    else await this.flow.do.submitIdentifier({ identifier });
  }

  private readonly typed = async (): Promise<Identifier | undefined> => {
    const { type, value, unread } = (await this.readIdentifier()) ?? {};
    return type && value && !unread ? { type, value } : undefined;
  };
}

define('sie-sign-in-screen', SieSignInScreen);
