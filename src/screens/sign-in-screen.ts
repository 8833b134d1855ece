import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import '../elements/identifier-field/identifier-field.ts';
import '../elements/password-field/password-field.ts';
import '../elements/social-buttons/social-buttons.ts';
import type { Identifier } from '../flow/index.ts';
import { msg } from '../localization/messages.ts';
import type { ReadIdentifier } from '../shared/read-identifier.ts';
import { FirstScreenController } from './first-screen-controller.ts';
import { forgotPasswordLink, formValue } from './form-parts.ts';
import { readIdentifier } from './identifier-form.ts';
import { SieScreen } from './screen.ts';

/** The first screen: identifier (with the password where every method asks for one), social buttons, terms. */
export class SieSignInScreen extends SieScreen<'sign-in'> {
  private readonly content = new FirstScreenController(this);

  override get heading(): string {
    return this.step.focused
      ? msg('Sign in', { id: 'description.sign_in' })
      : msg('Sign in to your account', { id: 'description.sign_in_to_your_account' });
  }

  private get hasPassword(): boolean {
    return this.flow.options.form === 'password';
  }

  protected override render(): TemplateResult {
    const { hasPassword, step } = this;
    const { options } = this.flow;
    const types = step.focused ?? options.types;
    const isPasswordFirst = hasPassword && options.knownIdentifier(types) !== undefined;
    return this.content.render({
      types,
      purpose: 'sign-in',
      hint: '',
      hasPassword,
      takesFocus: !isPasswordFirst,
      terms: options.terms,
      action: {
        label: msg('Sign in', { id: 'action.sign_in' }),
        command: hasPassword ? 'submitPassword' : 'submitIdentifier',
      },
      fields: hasPassword ? this.passwordField(isPasswordFirst) : nothing,
      otherScreen: this.otherScreen(),
      send: this.send,
    });
  }

  private passwordField(takesFocus: boolean): TemplateResult {
    return html`<sie-password-field
      ?hidden=${this.content.isSsoRequired}
      .error=${this.errorOf('password')}
      .aside=${forgotPasswordLink(this, this.enteredIdentifier)}
      ?readonly=${this.isBusy}
      ?data-start=${takesFocus}
      required
    ></sie-password-field>`;
  }

  private otherScreen(): unknown {
    if (this.step.focused) {
      return this.linkTo({ name: 'sign-in' }, msg('All sign-in options', { id: 'description.all_sign_in_options' }));
    }
    if (this.flow.options.signUp.length === 0) return nothing;
    // A question and its answer, two phrases of the server.
    const before = msg('No account yet? ', { id: 'description.no_account' });
    const label = msg('Create account', { id: 'action.create_account' });
    return this.linkTo({ name: 'register' }, label, { before, replace: true });
  }

  private readonly send = (identifier: ReadIdentifier, form: HTMLFormElement): Promise<void> => {
    if (!this.hasPassword) return this.flow.do.submitIdentifier({ identifier });
    return this.flow.do.submitPassword({ identifier, password: formValue(form, 'password') });
  };

  private readonly enteredIdentifier = async (): Promise<Identifier | undefined> => {
    const { type, value, unread } = (await readIdentifier(this)) ?? {};
    return type && value && !unread ? { type, value } : undefined;
  };
}

define('sie-sign-in-screen', SieSignInScreen);
