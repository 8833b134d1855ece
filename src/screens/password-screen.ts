import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../elements/templates/button.ts';
import { identity } from '../elements/templates/identity.ts';
import { link } from '../elements/templates/link.ts';
import { pageHeader } from '../elements/templates/page-header.ts';
import type { CodeIdentifier } from '../flow/index.ts';
import { msg } from '../localization/words.ts';
import { forgotLink } from './forgot-link.ts';
import { formText } from './form-text.ts';
import { writtenIdentifier } from './identifier-words.ts';
import { SieScreen } from './screen.ts';

/** The password of a person who has said who they are. */
export class SiePasswordScreen extends SieScreen<'password'> {
  override get heading(): string {
    return msg('Enter password', { id: 'description.enter_password' });
  }

  protected override render(): TemplateResult {
    const { flow, waiting } = this;
    const { identifier } = this.step;
    return html`${pageHeader({ title: this.heading, logo: this.logo, back: () => flow.back() })}${this.noticePart()}
      <form class="sie-form" novalidate @submit=${this.submit} @input=${() => flow.dismiss()}>
        ${identity({ type: identifier.type, value: writtenIdentifier(identifier), change: () => flow.back() })}
        <sie-password-field
          .error=${this.errorOf('password')}
          .aside=${forgotLink(flow, waiting, () => identifier)}
          ?readonly=${waiting}
          data-start
          required
        ></sie-password-field>
        ${this.captchaBox()}
        ${button({
          label: msg('Continue', { id: 'action.continue' }),
          busy: this.doing('submitPassword'),
          disabled: waiting,
        })}
      </form>
      ${this.codeInstead()}`;
  }

  /** Outside the form, so that a password manager that submits it cannot press this by mistake. */
  private codeInstead(): TemplateResult | typeof nothing {
    const { identifier } = this.step;
    if (!this.flow.offer.methodsFor(identifier.type).code) return nothing;
    return html`<p class="sie-small">
      ${link({
        label: msg('Sign in with verification code', { id: 'action.sign_in_via_passcode' }),
        press: () => void this.flow.do.sendCode({ identifier: identifier as CodeIdentifier }),
        disabled: this.waiting,
      })}
    </p>`;
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { type, value } = this.step.identifier;
    const password = formText(event.currentTarget as HTMLFormElement, 'password');
    void this.flow.do.submitPassword({ identifier: { type, value, valid: true }, password });
  };
}
