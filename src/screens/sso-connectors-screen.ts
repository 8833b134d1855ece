import { html, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import '../elements/social-buttons/social-buttons.ts';
import type { SocialChoice } from '../elements/social-buttons/social-buttons.ts';
import { button } from '../elements/templates/button.ts';
import { ssoConnectorsWith } from '../flow/policy/tenant.ts';
import { interpolate, msg } from '../localization/messages.ts';
import { connectorList } from './form-parts.ts';
import { SieScreen } from './screen.ts';

/** Several enterprise SSO connectors cover an address: the person chooses one. */
export class SieSsoConnectorsScreen extends SieScreen<'sso-connectors'> {
  override get heading(): string {
    return msg('Single Sign-On', { id: 'action.single_sign_on' });
  }

  protected override render(): TemplateResult {
    const { flow } = this;
    const choices = this.choices();
    const description = choices.length > 0 ? this.invitation() : gone();
    return html`${this.header({ description, back: () => flow.back() })}
    ${choices.length > 0 ? connectorList(this, choices, 'startSso') : this.anotherAddress()} ${this.noticePart()}`;
  }

  /** Connectors that the tenant still has: the step may be older than the settings. */
  private choices(): readonly SocialChoice[] {
    const connectors = ssoConnectorsWith(this.flow.settings, this.step.connectorIds);
    return connectors.map(({ id, connectorName, logo, darkLogo }) => {
      return { id, target: id, name: connectorName || id, logo, logoDark: darkLogo };
    });
  }

  private invitation(): string {
    const { email } = this.step;
    if (!email) return msg('Choose how your company signs you in.', { id: 'sie.sso_connectors.text' });
    const words = msg(
      'Your enterprise has enabled Single Sign-On for the email account {{email}}. You can continue to sign in with the following SSO providers.',
      { id: 'description.single_sign_on_connectors_list' },
    );
    return interpolate(words, { email });
  }

  private anotherAddress(): TemplateResult {
    const { email } = this.step;
    return html`<div class="sie-form">
      ${button({
        type: 'button',
        label: msg('Enter another email', { id: 'sie.sso_connectors.another_email' }),
        busy: this.isBusy,
        press: () => void this.flow.do.goTo({ step: { name: 'single-sign-on', ...(email && { email }) }, replace: true }),
      })}
    </div>`;
  }
}

const gone = (): string => msg('Single Sign-On is not enabled for this email account.', { id: 'error.sso_not_enabled' });

define('sie-sso-connectors-screen', SieSsoConnectorsScreen);
