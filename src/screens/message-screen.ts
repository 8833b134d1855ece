import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import { reference } from '../elements/problem-details/problem-details.ts';
import { button } from '../elements/templates/button.ts';
import { link } from '../elements/templates/link.ts';
import { describeProblem, problemTitle, unavailableText } from '../localization/problem-messages.ts';
import { interpolateTags, msg } from '../localization/messages.ts';
import { SieScreen } from './screen.ts';

type MessageStep = 'unknown-session' | 'account-suspended' | 'unavailable' | 'error' | 'not-found';

interface Words {
  readonly title: string;
  /** Undefined where neither we nor the server have a text. */
  readonly text: string | undefined;
}

/** A step without a form: says what happened, shows the support contact, and offers one action that works. */
export class SieMessageScreen extends SieScreen<MessageStep> {
  override get heading(): string {
    return this.words.title;
  }

  private get words(): Words {
    const { step } = this;
    switch (step.name) {
      case 'unknown-session':
        return {
          title: msg('Your session has ended', { id: 'sie.unknown_session.title' }),
          text: msg('Go back to the app and sign in again from there.', { id: 'sie.unknown_session.text' }),
        };
      case 'account-suspended':
        return {
          title: msg('Account suspended', { id: 'error.account_suspended' }),
          text: describeProblem({ code: step.code }),
        };
      case 'unavailable':
        return {
          title: msg('Not available here', { id: 'sie.unavailable.title' }),
          text: unavailableText(step.code),
        };
      case 'error':
        return {
          title: problemTitle(step.code),
          text: describeProblem({ code: step.code, message: step.message, wait: step.wait }),
        };
      case 'not-found':
        return {
          title: msg('Page not found', { id: 'description.not_found' }),
          text: msg('Check the address, or start again.', { id: 'sie.not_found.text' }),
        };
    }
  }

  protected override render(): TemplateResult {
    const { text } = this.words;
    return html`${this.header({ description: text })}
      <div class="sie-form">
        ${this.wait()}${this.mainAction()}${this.step.name === 'unavailable'
          ? this.backToApp('secondary')
          : nothing}${this.noticePart()}
      </div>
      ${this.reference()}${this.support()}`;
  }

  /** Code and request id, for support. */
  private reference(): TemplateResult | typeof nothing {
    const { step } = this;
    if (step.name !== 'unavailable' && step.name !== 'error') return nothing;
    const id = step.name === 'error' ? (step.reference ?? step.requestId) : undefined;
    return html`<div class="sie-small">${reference([step.code, ...(id ? [id] : [])].join(' '))}</div>`;
  }

  /** Links to the tenant's support e-mail address and website. */
  private support(): TemplateResult | typeof nothing {
    const { supportEmail, supportWebsiteUrl } = this.flow.settings;
    if (!supportEmail && !supportWebsiteUrl) return nothing;
    const email = msg('Support email: <link></link>', { id: 'description.support_email' });
    const website = msg('Support website: <link></link>', { id: 'description.support_website' });
    return html`<p class="sie-small">
      ${supportEmail
        ? interpolateTags(email, {}, { link: () => link({ label: supportEmail, href: `mailto:${supportEmail}` }) })
        : nothing}
      ${supportEmail && supportWebsiteUrl ? html`<br />` : nothing}
      ${supportWebsiteUrl
        ? interpolateTags(
            website,
            {},
            { link: () => link({ label: supportWebsiteUrl, href: supportWebsiteUrl, external: true }) },
          )
        : nothing}
    </p>`;
  }

  /** Time until the server accepts another attempt. */
  private wait(): TemplateResult | typeof nothing {
    const { step } = this;
    if (step.name !== 'error' || !step.wait) return nothing;
    return html`<sie-problem-details role="status" .until=${step.wait.until}></sie-problem-details>`;
  }

  /** Nothing where the app that the person came from is unknown. */
  private backToApp(variant: 'primary' | 'secondary'): TemplateResult | typeof nothing {
    const appUrl = this.flow.options.appUrl();
    if (!appUrl) return nothing;
    return html`<a class="sie-button" data-variant=${variant} href=${appUrl} target="_self"
      ><span class="sie-button-label">${msg('Back to the app', { id: 'sie.action.back_to_app' })}</span></a
    >`;
  }

  private mainAction(): TemplateResult | typeof nothing {
    const { flow, step, isBusy } = this;
    if (step.name === 'error' && step.retry) {
      const { retry, wait } = step;
      const tryAgain = button({
        type: 'button',
        label: msg('Try again', { id: 'sie.action.try_again' }),
        busy: isBusy,
        held: wait !== undefined && wait.until > Date.now(),
        press: () => void flow.retry(retry),
      });
      // Trying again may fail again: offer another action too.
      return html`${tryAgain}${this.backToSignIn('secondary')}`;
    }
    // The sign-in screen would fail again without a session: only the app can start a new one.
    const isOver = step.name === 'unknown-session' || (step.name === 'error' && step.startOver);
    if (isOver && flow.options.appUrl()) return this.backToApp('primary');
    return this.backToSignIn('primary');
  }

  private backToSignIn(variant: 'primary' | 'secondary'): TemplateResult {
    return button({
      type: 'button',
      variant,
      label: msg('Back to sign in', { id: 'description.back_to_sign_in' }),
      ...(variant === 'primary' ? { busy: this.isBusy } : { disabled: this.isBusy }),
      press: () => void this.flow.do.goTo({ step: { name: 'sign-in' }, replace: true }),
    });
  }
}

define('sie-message-screen', SieMessageScreen);
