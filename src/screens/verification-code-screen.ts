import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import '../elements/code-field/define.ts';
import { define } from '../elements/element.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import { identifierName } from '../localization/identifier-name.ts';
import { fillParts, msg } from '../localization/words.ts';
import { CountdownController } from './countdown.ts';
import { formText } from './form-text.ts';
import { writtenIdentifier } from './identifier-words.ts';
import { SieScreen } from './screen.ts';

/** Seconds until another code can be asked for, as on the server's own page. */
const resendAfter = 59;

/** Takes the one-time code that was sent to an e-mail address or a phone. */
export class SieVerificationCodeScreen extends SieScreen<'verification-code'> {
  private readonly countdown = new CountdownController(this, () => this.step.sentAt + resendAfter * 1000);

  override get heading(): string {
    return this.step.identifier.type === 'email'
      ? msg('Verify your email', { id: 'description.verify_email' })
      : msg('Verify your phone number', { id: 'description.verify_phone' });
  }

  protected override render(): TemplateResult {
    const { flow, state, waiting } = this;
    const { identifier } = this.step;
    const sent = fillParts(
      msg('The verification code has been sent to your {{address}} <target></target>', { id: 'sie.code.sent_to' }),
      { address: identifierName(identifier.type) },
      { target: () => html`<bdi class="sie-strong" translate="no">${writtenIdentifier(identifier)}</bdi>` },
    );
    const content = html`<sie-code-field
        @sie-code-complete=${({ target }: Event) => (target as Element).closest('form')?.requestSubmit()}
        .code=${state.receivedCode ?? ''}
        .error=${this.errorOf('code')}
        ?readonly=${waiting}
        data-start
        required
      ></sie-code-field>
      ${button({ label: msg('Continue', { id: 'action.continue' }), ...this.pressable('submitCode') })} ${this.noticePart()}`;
    return html`${this.header({ description: sent, back: () => flow.back() })}
      ${form({ content, submit: this.submit, input: () => flow.dismiss() })}
      <p class="sie-small">${this.resend()}</p>
      ${this.passwordInstead()}`;
  }

  private resend(): unknown {
    const { seconds } = this.countdown;
    if (seconds > 0) {
      return fillParts(
        // A unit that has no plural: the server's phrase has none either.
        msg('Not received? Resend after <span>{{seconds}}</span> s', { id: 'description.resend_after_seconds' }),
        { seconds },
        { span: (text) => html`<span class="sie-number">${text}</span>` },
      );
    }
    return fillParts(
      msg('Not received? <a>Resend verification code</a>', { id: 'description.resend_passcode' }),
      {},
      {
        a: (label) =>
          html`<button
            class="sie-link"
            type="button"
            aria-disabled=${this.held('resendCode') ? 'true' : nothing}
            ?disabled=${this.waiting}
            @click=${this.askAgain}
          >
            ${
              // A tenant's own words may have lost the tag, and a link without words cannot be found.
              label || msg('Resend verification code', { id: 'account_center.email_verification.resend_action' })
            }
          </button>`,
      },
    );
  }

  private readonly askAgain = (): void => {
    const { purpose, identifier, missing } = this.step;
    void this.flow.do.resendCode({ purpose, identifier, missing });
  };

  private passwordInstead(): TemplateResult | typeof nothing {
    const { purpose, identifier } = this.step;
    if (purpose !== 'sign-in' || !this.flow.offer.methodsFor(identifier.type).password) return nothing;
    const label = msg('Sign in with password', { id: 'action.sign_in_via_password' });
    return this.linkTo({ name: 'password', identifier }, label, { replace: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // A wrong code stays to be looked at, selected: typing replaces it.
    if (changed.has('state') && this.state.problem?.field === 'code') {
      void this.updateComplete.then(() => this.querySelector('input')?.select());
    }
  }

  private readonly submit = (form: HTMLFormElement): void => {
    const code = formText(form, 'passcode');
    const { purpose, identifier, verificationId } = this.step;
    void this.flow.do.submitCode({ purpose, identifier, verificationId, code });
  };
}

define('sie-verification-code-screen', SieVerificationCodeScreen);
