import { html, type TemplateResult } from 'lit';
import { heading } from '../elements/templates/page.ts';
import { define } from '../elements/element.ts';
import { msg } from '../localization/words.ts';
import { SieScreen } from './screen.ts';
import { workingScreenStyles } from './working-screen.styles.ts';

type WorkingStep =
  | 'social-callback'
  | 'native-callback'
  | 'social-landing'
  | 'direct'
  | 'one-time-token'
  | 'reset-token'
  | 'account-check';

/** Steps that run by themselves: on the way to a provider, back from one, or in by a link. */
export class SieWorkingScreen extends SieScreen<WorkingStep> {
  static override readonly globalStyles = [workingScreenStyles];

  override get heading(): string {
    const { name } = this.step;
    if (name === 'reset-token' || name === 'account-check') return msg('Checking your link', { id: 'sie.working.link' });
    return msg('Signing you in', { id: 'sie.working.title' });
  }

  protected override render(): TemplateResult {
    return html`<div class="sie-working" data-state=${this.waiting ? 'busy' : 'idle'}>
      <span class="sie-spinner" aria-hidden="true"></span>
      ${heading(this.heading, this.titleId, this.level)} ${this.noticePart()}
    </div>`;
  }
}

define('sie-working-screen', SieWorkingScreen);
