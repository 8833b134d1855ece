import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import '../elements/identifier-field/define.ts';
import '../elements/terms-checkbox/define.ts';
import type { KnownIdentifier, Offer } from '../flow/index.ts';
import { msg } from '../localization/words.ts';
import { type Deed, SieIdentifierScreen, type TypedIdentifier } from './identifier-screen-base.ts';
import { signOnButton } from './sign-on-button.ts';

/** Asks for the e-mail address whose company signs its people in itself. */
export class SieSingleSignOnScreen extends SieIdentifierScreen<'single-sign-on'> {
  protected override readonly purpose = 'sign-in';
  protected readonly types: Offer['types'] = ['email'];

  override get heading(): string {
    return this.deed.label;
  }

  protected override get known(): KnownIdentifier | undefined {
    const { email } = this.step;
    return email ? { type: 'email', value: email } : super.known;
  }

  protected get deed(): Deed {
    return { label: msg('Single Sign-On', { id: 'action.single_sign_on' }), command: 'submitSsoEmail' };
  }

  protected override button(): TemplateResult {
    return signOnButton(this.pressable('submitSsoEmail'));
  }

  protected override render(): TemplateResult {
    const { flow } = this;
    const { focused } = this.step;
    const description = msg('Enter your enterprise email address', { id: 'description.single_sign_on_email_form' });
    // What the app asked for first has nothing behind it.
    const back = focused ? undefined : () => flow.back();
    return html`${this.header({ description, back })}${this.form()} ${focused ? this.allOptions() : nothing} ${this.termsFooter()}`;
  }

  /** Only somebody's first screen speaks of the terms; later ones ask, where that must be. */
  protected override terms(): Offer['terms'] {
    const { terms } = this.flow.offer;
    return this.step.focused && terms !== 'links' ? terms : 'none';
  }

  protected override more(): unknown {
    return this.termsBox();
  }

  private allOptions(): TemplateResult {
    return this.linkTo({ name: 'sign-in' }, msg('All sign-in options', { id: 'description.all_sign_in_options' }));
  }

  protected send(identifier: TypedIdentifier): Promise<void> {
    return this.flow.do.submitSsoEmail({ identifier });
  }
}

define('sie-single-sign-on-screen', SieSingleSignOnScreen);
