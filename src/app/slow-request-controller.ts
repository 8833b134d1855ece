import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { button } from '../elements/templates/button.ts';
import { msg } from '../localization/messages.ts';

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

/**
 * Keeps the card at its place while its content changes: from the first input or wait on it grows and shrinks downwards, and
 * nothing that is shown already moves. The next screen is centred again.
 */
class CardPosition implements ReactiveController {
  /** The screen whose position is kept. */
  private kept: Element | null | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
    host.addEventListener('input', () => this.kept ?? this.keep());
  }

  keep(): void {
    const { page } = this;
    page?.style.setProperty('--_sie-above', `0 0 ${getComputedStyle(page, '::before').blockSize}`);
    this.kept = this.screen;
  }

  hostUpdated(): void {
    if (this.kept === undefined || this.kept === this.screen) return;
    this.page?.style.setProperty('--_sie-above', '');
    this.kept = undefined;
  }

  private get page(): HTMLElement | null {
    return this.host.querySelector<HTMLElement>('.logto_page-container');
  }

  private get screen(): Element | null {
    return this.host.querySelector('.logto_main-content > *');
  }
}
