import { html, type TemplateResult } from 'lit';
import { msg } from '../localization/words.ts';
import { SieScreen } from './screen.ts';

/** Steps that run by themselves: on the way to a provider, or back from one. */
export class SieWorkingScreen extends SieScreen<'social-callback' | 'native-callback' | 'social-landing' | 'direct'> {
  override get heading(): string {
    return msg('Signing you in', { id: 'sie.working.title' });
  }

  protected override render(): TemplateResult {
    return html`<div class="sie-working" data-state=${this.waiting ? 'busy' : 'idle'}>
      <span class="sie-spinner" aria-hidden="true"></span>
      <h1 class="sie-title" tabindex="-1">${this.heading}</h1>
      ${this.noticePart()}
    </div>`;
  }
}
