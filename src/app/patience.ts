import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { button } from '../elements/templates/button.ts';
import { msg } from '../localization/words.ts';

/** Tells the person when a wait becomes long: after 5 s in words, after 10 s with a way out. */
export class Patience implements ReactiveController {
  private stage: 'fresh' | 'slow' | 'stuck' = 'fresh';
  private timers: ReturnType<typeof setTimeout>[] = [];
  private isWaiting = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Call with whether something is being waited for; a change starts or ends the wait. */
  watch(isWaiting: boolean): void {
    if (isWaiting === this.isWaiting) return;
    this.hostDisconnected();
    this.isWaiting = isWaiting;
    if (!isWaiting) return;
    const reach = (stage: 'slow' | 'stuck') => () => {
      this.stage = stage;
      this.host.requestUpdate();
    };
    this.timers = [setTimeout(reach('slow'), 5_000), setTimeout(reach('stuck'), 10_000)];
  }

  /** @param stop ends the wait */
  words(stop: () => void): TemplateResult | typeof nothing {
    if (this.stage === 'fresh') return nothing;
    return html`<p class="sie-small">${msg('Still working on it…', { id: 'sie.wait.slow' })}</p>
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
