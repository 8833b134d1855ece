import { html, nothing, type TemplateResult } from 'lit';
import { accountCard, accountCardStyles } from '../elements/templates/account-card.ts';
import { define } from '../elements/element.ts';
import { button } from '../elements/templates/button.ts';
import { interpolate, msg } from '../localization/messages.ts';
import { localizedConnectorName } from './form-parts.ts';
import { SieScreen } from './screen.ts';

interface Words {
  readonly title: string;
  /** Of the link to a new account. */
  readonly another: string;
}

/** The person signed in at a provider and seems to have an account here already: link the two, or create another account. */
export class SieSocialLinkScreen extends SieScreen<'social-link'> {
  static override readonly globalStyles = [accountCardStyles];

  override get heading(): string {
    return this.words.title;
  }

  /** A new account needs one of the tenant's sign-up identifiers, so that is what can be linked instead. */
  private get words(): Words {
    const { identifiers } = this.flow.settings.signUp;
    const email = identifiers.includes('email');
    const phone = identifiers.includes('phone');
    if (email && phone) {
      return {
        title: msg('Link email or phone', { id: 'description.link_email_or_phone' }),
        another: msg('Link another email or phone', { id: 'action.link_another_email_or_phone' }),
      };
    }
    if (email) {
      return {
        title: msg('Link email', { id: 'description.link_email' }),
        another: msg('Link another email', { id: 'action.link_another_email' }),
      };
    }
    if (phone) {
      return {
        title: msg('Link phone', { id: 'description.link_phone' }),
        another: msg('Link another phone', { id: 'action.link_another_phone' }),
      };
    }
    return {
      title: msg('Link or create account', { id: 'description.bind_account_title' }),
      another: msg('Create new one instead', { id: 'action.create_account_without_linking' }),
    };
  }

  protected override render(): TemplateResult {
    const { flow } = this;
    const { value: address } = this.step.relatedUser;
    const description = msg('We found a related account which had been registered, and you can link it directly.', {
      id: 'description.social_bind_with_existing',
    });
    return html`${this.header({ description, back: () => flow.back() })}
      <div class="sie-form">
        ${this.card(address)}
        ${button({
          type: 'button',
          label: interpolate(msg('Link with {{address}}', { id: 'action.bind' }), { address }),
          ...this.buttonState('linkRelatedAccount'),
          press: () => void flow.do.linkRelatedAccount({}),
        })}
        ${this.noticePart()}
      </div>
      ${flow.options.canRegister ? this.newAccount() : nothing}`;
  }

  /** The provider, and the account that it points at. */
  private card(address: string): TemplateResult {
    const connector = this.flow.settings.socialConnectors.find(({ id }) => id === this.step.connectorId);
    return accountCard({
      kind: 'provider',
      name: connector ? localizedConnectorName(connector.name, connector.target, this.locale()) : '',
      detail: html`<bdi dir="ltr" translate="no">${address}</bdi>`,
      picture: (this.theme === 'dark' && connector?.logoDark) || connector?.logo,
    });
  }

  private newAccount(): TemplateResult {
    const before = msg('Skip linking to existing account?', { id: 'description.skip_social_linking' });
    return this.linkLine(this.words.another, () => void this.flow.do.createAccount({}), before);
  }
}

define('sie-social-link-screen', SieSocialLinkScreen);
