import { css, html, type TemplateResult } from 'lit';
import { define } from '../elements/element.ts';
import { heading } from '../elements/templates/page.ts';
import { msg } from '../localization/messages.ts';
import { SieScreen } from './screen.ts';

export const progressScreenStyles = css`
  @layer sie.screens {
    .sie-working {
      display: grid;
      justify-items: center;
      gap: var(--_sie-space-5);
      padding-block: var(--_sie-space-8);
      text-align: center;
    }
    /* Without a card the content is centred in the window. */
    @media (max-width: 520px) {
      .sie-working {
        align-content: center;
        min-block-size: 70vb;
      }
    }
    .sie-working > .sie-spinner {
      inline-size: 32px;
      block-size: 32px;
      color: var(--_sie-link);
    }
    .sie-working[data-state='idle'] > .sie-spinner {
      visibility: hidden;
    }
  }
`;

type ProgressStep =
  | 'social-callback'
  | 'native-callback'
  | 'social-landing'
  | 'direct'
  | 'one-time-token'
  | 'reset-token'
  | 'account-check';

/** Steps that run without the person: on the way to a provider, back from one, or following a link. */
export class SieProgressScreen extends SieScreen<ProgressStep> {
  static override readonly globalStyles = [progressScreenStyles];

  override get heading(): string {
    const { name } = this.step;
    if (name === 'reset-token' || name === 'account-check') return msg('Checking your link', { id: 'sie.working.link' });
    return msg('Signing you in', { id: 'sie.working.title' });
  }

  protected override render(): TemplateResult {
    return html`<div class="sie-working" data-state=${this.isBusy ? 'busy' : 'idle'}>
      <span class="sie-spinner" aria-hidden="true"></span>
      ${heading(this.heading, this.titleId, this.level)} ${this.noticePart()}
    </div>`;
  }
}

define('sie-progress-screen', SieProgressScreen);
