import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import { typesFor } from '../flow/policy/identifiers.ts';
import { interpolate, msg } from '../localization/messages.ts';
import { identifierForm, submitButton } from './identifier-form.ts';
import { usernameRequirements } from './identifiers.ts';
import { SieScreen } from './screen.ts';

/** An identifier that the tenant asks for and the account lacks. */
export class SieMissingIdentifierScreen extends SieScreen<'missing-identifier'> {
  override get heading(): string {
    switch (this.step.missing) {
      case 'username':
        return msg('Set username', { id: 'description.enter_username' });
      case 'email':
        return msg('Link email', { id: 'description.link_email' });
      case 'phone':
        return msg('Link phone', { id: 'description.link_phone' });
      case 'emailOrPhone':
        return msg('Link email or phone', { id: 'description.link_email_or_phone' });
    }
  }

  private get description(): string {
    switch (this.step.missing) {
      case 'username':
        return this.usernameDescription();
      case 'email':
        return msg('For added security, please link your email with the account.', { id: 'description.link_email_description' });
      case 'phone':
        return msg('For added security, please link your phone with the account.', { id: 'description.link_phone_description' });
      case 'emailOrPhone':
        return msg('For added security, please link your email or phone with the account.', {
          id: 'description.link_email_or_phone_description',
        });
    }
  }

  private usernameDescription(): string {
    const requirements = usernameRequirements(this.flow.settings);
    if (!requirements) {
      return msg('Username is an alternative for sign-in. Username should contain only letters, numbers, and underscores.', {
        id: 'description.enter_username_description',
      });
    }
    const text = msg('Username is an alternative for sign-in. {{requirements}}', {
      id: 'description.enter_username_policy_description',
    });
    return interpolate(text, { requirements });
  }

  protected override render(): TemplateResult {
    const { flow, step, description } = this;
    const types = typesFor(step.missing);
    const form = identifierForm(this, {
      types,
      purpose: 'register',
      initial: step.identifier ?? flow.options.knownIdentifier(types),
      hint: '',
      hasPassword: false,
      takesFocus: true,
      content: nothing,
      button: submitButton(this, { label: msg('Continue', { id: 'action.continue' }), command: 'submitMissingIdentifier' }),
      notice: this.noticePart(),
      send: (identifier) => flow.do.submitMissingIdentifier({ missing: step.missing, identifier }),
    });
    return html`${this.header({ description, back: () => flow.back() })}${form}`;
  }
}

define('sie-missing-identifier-screen', SieMissingIdentifierScreen);
