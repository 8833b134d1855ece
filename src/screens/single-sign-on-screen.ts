import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import '../elements/identifier-field/identifier-field.ts';
import '../elements/terms-checkbox/terms-checkbox.ts';
import { msg } from '../localization/messages.ts';
import { termsCheckbox, termsFooter } from './form-parts.ts';
import { identifierForm } from './identifier-form.ts';
import { SieScreen } from './screen.ts';
import { ssoButton } from './sso-lookup-controller.ts';

const types = ['email'] as const;

/** Asks for an email address that an enterprise SSO connector covers. */
export class SieSingleSignOnScreen extends SieScreen<'single-sign-on'> {
  override get heading(): string {
    return msg('Single Sign-On', { id: 'action.single_sign_on' });
  }

  protected override render(): TemplateResult {
    const { flow } = this;
    const { focused, email } = this.step;
    const description = msg('Enter your enterprise email address', { id: 'description.single_sign_on_email_form' });
    // Only a first screen shows the terms; later ones ask in a dialog.
    const terms = focused && flow.options.terms !== 'links' ? flow.options.terms : 'none';
    const form = identifierForm(this, {
      types,
      purpose: 'sign-in',
      initial: email ? { type: 'email', value: email } : flow.options.knownIdentifier(types),
      hint: '',
      hasPassword: false,
      takesFocus: true,
      content: termsCheckbox(this, terms),
      button: ssoButton(this.buttonState('submitSsoEmail')),
      notice: this.noticePart(),
      send: (identifier) => flow.do.submitSsoEmail({ identifier }),
    });
    // The app may have asked for this screen first: then there is nothing to go back to.
    const back = focused ? undefined : () => flow.back();
    return html`${this.header({ description, back })}${form} ${focused ? this.allOptions() : nothing} ${termsFooter(this, terms)}`;
  }

  private allOptions(): TemplateResult {
    return this.linkTo({ name: 'sign-in' }, msg('All sign-in options', { id: 'description.all_sign_in_options' }));
  }
}

define('sie-single-sign-on-screen', SieSingleSignOnScreen);
