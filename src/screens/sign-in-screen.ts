import { html, nothing, type TemplateResult } from 'lit';
import type { SieIdentifierField } from '../elements/identifier-field/identifier-field.ts';
import type { SieConnectorChooseEvent } from '../elements/social-buttons/events.ts';
import { button } from '../elements/templates/button.ts';
import { divider } from '../elements/templates/divider.ts';
import { pageHeader } from '../elements/templates/page-header.ts';
import { termsLine, termsSentence } from '../elements/templates/terms.ts';
import { msg } from '../localization/words.ts';
import { connectorName } from './connector-name.ts';
import { formText } from './form-text.ts';
import { SieScreen } from './screen.ts';

/** The first screen: identifier (with the password where every method is one), social buttons, terms. */
export class SieSignInScreen extends SieScreen<'sign-in'> {
  override get heading(): string {
    return msg('Sign in to your account', { id: 'description.sign_in_to_your_account' });
  }

  protected override render(): TemplateResult {
    const { form, connectors } = this.flow.offer;
    return html`${pageHeader({ title: this.heading, logo: this.logo })}${this.noticePart()}
    ${form === 'none' ? this.termsBox() : this.form()}
    ${form !== 'none' && connectors.length > 0 ? divider(msg('or', { id: 'description.or' })) : nothing}
    ${connectors.length > 0 ? this.social() : nothing}
    ${form === 'none' && connectors.length === 0 ? this.nothingOffered() : nothing} ${this.termsFooter()}`;
  }

  private form(): TemplateResult {
    const { offer } = this.flow;
    const withPassword = offer.form === 'password';
    const known = offer.knownIdentifier();
    return html`<form class="sie-form" novalidate @submit=${this.submit} @input=${() => this.flow.dismiss()}>
      <sie-identifier-field
        .types=${offer.types}
        .initial=${known}
        .locale=${this.locale()}
        .error=${this.errorOf('identifier')}
        ?readonly=${this.waiting}
        ?data-start=${!known || !withPassword}
        required
      ></sie-identifier-field>
      ${withPassword
        ? html`<sie-password-field
            .error=${this.errorOf('password')}
            ?readonly=${this.waiting}
            ?data-start=${Boolean(known)}
            required
          ></sie-password-field>`
        : nothing}
      ${this.termsBox()}
      ${button({
        label: msg('Sign in', { id: 'action.sign_in' }),
        busy: this.doing(withPassword ? 'submitPassword' : 'submitIdentifier'),
        disabled: this.waiting,
      })}
    </form>`;
  }

  private social(): TemplateResult {
    const { state, flow } = this;
    const connectors = flow.offer.connectors.map(({ id, target, name, logo, logoDark }) => ({
      id,
      target,
      logo,
      logoDark,
      name: connectorName(name, target, this.locale()),
    }));
    return html`<sie-social-buttons
      .connectors=${connectors}
      .theme=${this.theme}
      .busyId=${this.doing('startSocial') ? state.doing?.target : undefined}
      ?disabled=${this.waiting}
      @sie-connector-choose=${({ connectorId }: SieConnectorChooseEvent) => void flow.do.startSocial({ connectorId })}
    ></sie-social-buttons>`;
  }

  private termsBox(): TemplateResult | typeof nothing {
    const { flow, state } = this;
    if (flow.offer.terms !== 'checkbox') return nothing;
    return html`<sie-terms-checkbox
      .termsOfUseUrl=${flow.settings.termsOfUseUrl}
      .privacyPolicyUrl=${flow.settings.privacyPolicyUrl}
      .checked=${state.agreed}
      ?disabled=${this.waiting}
      @change=${(event: Event) => flow.setAgreed((event.target as HTMLInputElement).checked)}
    ></sie-terms-checkbox>`;
  }

  private termsFooter(): TemplateResult | typeof nothing {
    const { settings, offer } = this.flow;
    if (offer.terms === 'sentence') return termsSentence(settings);
    return offer.terms === 'links' ? termsLine(settings) : nothing;
  }

  private nothingOffered(): TemplateResult {
    return html`<p class="sie-description">
      ${msg('No way to sign in is set up here. Ask the administrator of the app.', { id: 'sie.sign_in.nothing_offered' })}
    </p>`;
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const identifier = await this.querySelector<SieIdentifierField>('sie-identifier-field')?.read();
    if (!identifier) return;
    const password = formText(form, 'password');
    if (this.flow.offer.form === 'password') await this.flow.do.submitPassword({ identifier, password });
    else await this.flow.do.submitIdentifier({ identifier });
  };
}
