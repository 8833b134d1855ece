import { html, nothing, type TemplateResult } from 'lit';
import { accountCard, accountCardStyles } from '../elements/templates/account-card.ts';
import { define } from '../elements/element.ts';
import { button } from '../elements/templates/button.ts';
import { link } from '../elements/templates/link.ts';
import { interpolate, msg } from '../localization/messages.ts';
import { SieScreen } from './screen.ts';

/** A magic link was followed while another account is signed in: continue as the account of the link, or stay. */
export class SieSwitchAccountScreen extends SieScreen<'switch-account'> {
  static override readonly globalStyles = [accountCardStyles];

  override get heading(): string {
    return msg('Switch account', { id: 'description.switch_account' });
  }

  protected override render(): TemplateResult {
    const { flow, isBusy } = this;
    const { token, email } = this.step;
    const description = msg(
      'To continue, you will be signed out of the current account, and switch to the new account automatically.',
      { id: 'description.switch_account_description' },
    );
    return html`${this.header({ description })}
      <div class="sie-form">
        ${this.card()}
        ${button({
          type: 'button',
          label: interpolate(msg('Continue as {{name}}', { id: 'action.continue_as' }), { name: email }),
          busy: this.isPending('goTo'),
          disabled: isBusy,
          press: () => void flow.do.goTo({ step: { name: 'one-time-token', token, email }, replace: true }),
        })}
        ${this.noticePart()}
      </div>
      ${this.wayBack()}`;
  }

  /** Who is signed in, as far as the server says. */
  private card(): TemplateResult | typeof nothing {
    const { name = '', address, avatar } = this.step.current;
    const account = address || name;
    if (!account) return nothing;
    const words = msg('You are currently signed in as {{account}}', { id: 'description.switch_account_title' });
    return accountCard({ name, detail: interpolate(words, { account }), picture: avatar, fallback: account });
  }

  private wayBack(): TemplateResult {
    const href = this.step.current.appUrl ?? this.flow.options.appUrl();
    if (!href) {
      const label = msg('Back to sign in', { id: 'description.back_to_sign_in' });
      return this.linkTo({ name: 'sign-in' }, label, { replace: true });
    }
    const label = msg('Back to current account', { id: 'action.back_to_current_account' });
    return html`<p class="sie-small">${link({ label, href })}</p>`;
  }
}

define('sie-switch-account-screen', SieSwitchAccountScreen);
