import { html, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import type { KnownIdentifier, Offer } from '../flow/index.ts';
import { typesFor } from '../flow/policy/identifiers.ts';
import { fill, msg } from '../localization/words.ts';
import { type Deed, SieIdentifierScreen, type TypedIdentifier } from './identifier-screen-base.ts';
import { usernameRequirements } from './username-requirements.ts';

/** An identifier that the tenant asks for and the account lacks. */
export class SieMissingIdentifierScreen extends SieIdentifierScreen<'missing-identifier'> {
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
    return fill(text, { requirements });
  }

  protected get types(): Offer['types'] {
    return typesFor(this.step.missing);
  }

  protected override get known(): KnownIdentifier | undefined {
    return this.step.identifier ?? super.known;
  }

  protected get deed(): Deed {
    return { label: msg('Continue', { id: 'action.continue' }), command: 'submitMissingIdentifier' };
  }

  protected override render(): TemplateResult {
    const { description, flow } = this;
    return html`${this.header({ description, back: () => flow.back() })}${this.form()}`;
  }

  protected send(identifier: TypedIdentifier): Promise<void> {
    return this.flow.do.submitMissingIdentifier({ missing: this.step.missing, identifier });
  }
}

define('sie-missing-identifier-screen', SieMissingIdentifierScreen);
