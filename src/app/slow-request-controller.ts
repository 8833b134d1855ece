import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { button } from '../elements/templates/button.ts';
import { msg } from '../localization/messages.ts';
import { CardPosition } from './card-position.ts';

/** Says that a request is slow after 5 s and offers to stop waiting after 10 s. Keeps the card at its place meanwhile. */
export class SlowRequestController implements ReactiveController {
  private stage: 'fresh' | 'slow' | 'stuck' = 'fresh';
  private timers: ReturnType<typeof setTimeout>[] = [];
  private isWaiting = false;
  private readonly position: CardPosition;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
    this.position = new CardPosition(host);
  }

  /** Call at every update; a change of `isWaiting` starts or ends the wait. */
  watch(isWaiting: boolean): void {
    if (isWaiting === this.isWaiting) return;
    this.hostDisconnected();
    this.isWaiting = isWaiting;
    if (!isWaiting) return;
    this.position.keep();
    this.timers = [setTimeout(() => this.reach('slow'), 5_000), setTimeout(() => this.reach('stuck'), 10_000)];
  }

  private reach(stage: 'slow' | 'stuck'): void {
    this.stage = stage;
    this.host.requestUpdate();
  }

  /** @param stop ends the wait */
  render(stop: () => void): TemplateResult | typeof nothing {
    if (this.stage === 'fresh') return nothing;
    // While a captcha is shown the page waits for the person, so nothing is slow; but one that never answers needs a way out.
    const isCaptcha = this.host.querySelector('.sie-captcha:not([hidden])');
    const slow = msg('Still working on it…', { id: 'sie.wait.slow' });
    return html`${isCaptcha ? nothing : html`<p class="sie-small">${slow}</p>`}
    ${this.stage === 'stuck'
      ? button({ type: 'button', variant: 'text', label: msg('Stop waiting', { id: 'sie.wait.stop' }), press: stop })
      : nothing}`;
  }

  hostDisconnected(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
    this.stage = 'fresh';
    this.isWaiting = false;
  }
}
