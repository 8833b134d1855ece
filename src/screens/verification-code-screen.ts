import {
  html,
  nothing,
  type PropertyValues,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import '../elements/code-field/code-field.ts';
import { define } from '../elements/element.ts';
import { button } from '../elements/templates/button.ts';
import { form } from '../elements/templates/form.ts';
import { identifierNoun, interpolateTags, msg } from '../localization/messages.ts';
import { formatIdentifier } from '../shared/identifier.ts';
import { formValue } from './form-parts.ts';
import { SieScreen } from './screen.ts';

/** Seconds until another code can be asked for, as on the server's own page. */
const resendAfter = 59;

/** Counts down to a point in time and updates its host once a second until then. */
class CountdownController implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param until point in time in ms since the epoch; called at every update, since it may change */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly until: () => number,
  ) {
    host.addController(this);
  }

  /** Whole seconds left, 0 to 60: a changed system clock must not lock the button for hours. */
  get seconds(): number {
    return Math.min(60, Math.max(0, Math.ceil((this.until() - Date.now()) / 1000)));
  }

  hostUpdated(): void {
    clearTimeout(this.timer);
    if (this.seconds > 0) this.timer = setTimeout(() => this.host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }
}

/** Takes the one-time code that was sent to an e-mail address or a phone. */
export class SieVerificationCodeScreen extends SieScreen<'verification-code'> {
  private readonly countdown = new CountdownController(this, () => this.step.sentAt + resendAfter * 1000);

  override get heading(): string {
    return this.step.identifier.type === 'email'
      ? msg('Verify your email', { id: 'description.verify_email' })
      : msg('Verify your phone number', { id: 'description.verify_phone' });
  }

  protected override render(): TemplateResult {
    const { flow, state, isBusy } = this;
    const { identifier } = this.step;
    const sent = interpolateTags(
      msg('The verification code has been sent to your {{address}} <target></target>', { id: 'sie.code.sent_to' }),
      { address: identifierNoun(identifier.type) },
      { target: () => html`<bdi class="sie-strong" translate="no">${formatIdentifier(identifier)}</bdi>` },
    );
    const content = html`<sie-code-field
        @sie-code-complete=${({ target }: Event) => (target as Element).closest('form')?.requestSubmit()}
        .code=${state.receivedCode ?? ''}
        .error=${this.errorOf('code')}
        ?readonly=${isBusy}
        data-start
        required
      ></sie-code-field>
      ${button({ label: msg('Continue', { id: 'action.continue' }), ...this.buttonState('submitCode') })} ${this.noticePart()}`;
    return html`${this.header({ description: sent, back: () => flow.back() })}
      ${form({ content, submit: this.submit, input: () => flow.dismiss() })}
      <p class="sie-small">${this.resend()}</p>
      ${this.passwordLink()}`;
  }

  private resend(): unknown {
    const { seconds } = this.countdown;
    if (seconds > 0) {
      return interpolateTags(
        // The unit has no plural in the server's phrase either.
        msg('Not received? Resend after <span>{{seconds}}</span> s', { id: 'description.resend_after_seconds' }),
        { seconds },
        { span: (text) => html`<span class="sie-number">${text}</span>` },
      );
    }
    return interpolateTags(
      msg('Not received? <a>Resend verification code</a>', { id: 'description.resend_passcode' }),
      {},
      {
        a: (label) =>
          html`<button
            class="sie-link"
            type="button"
            aria-disabled=${this.heldTarget('resendCode') ? 'true' : nothing}
            ?disabled=${this.isBusy}
            @click=${this.resendCode}
          >
            ${
              // A tenant's own phrase may lack the tag, and a link without text cannot be found.
              label || msg('Resend verification code', { id: 'account_center.email_verification.resend_action' })
            }
          </button>`,
      },
    );
  }

  private readonly resendCode = (): void => {
    const { purpose, identifier, missing } = this.step;
    void this.flow.do.resendCode({ purpose, identifier, missing });
  };

  private passwordLink(): TemplateResult | typeof nothing {
    const { purpose, identifier } = this.step;
    if (purpose !== 'sign-in' || !this.flow.options.methodsFor(identifier.type).password) return nothing;
    const label = msg('Sign in with password', { id: 'action.sign_in_via_password' });
    return this.linkTo({ name: 'password', identifier }, label, { replace: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // A wrong code stays visible and selected: typing replaces it.
    if (changed.has('state') && this.state.problem?.field === 'code') {
      void this.updateComplete.then(() => this.querySelector('input')?.select());
    }
  }

  private readonly submit = (form: HTMLFormElement): void => {
    const code = formValue(form, 'passcode');
    const { purpose, identifier, verificationId } = this.step;
    void this.flow.do.submitCode({ purpose, identifier, verificationId, code });
  };
}

define('sie-verification-code-screen', SieVerificationCodeScreen);
