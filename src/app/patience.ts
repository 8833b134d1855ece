import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { button } from '../elements/templates/button.ts';
import { msg } from '../localization/words.ts';

/**
 * Makes waiting bearable: tells the person when a wait becomes long, after 5 s in words, after 10 s with a way out; and holds the
 * card where it is from the first key or wait on, so that what appears or goes makes it grow and shrink downwards and moves nothing.
 */
export class Patience implements ReactiveController {
  private stage: 'fresh' | 'slow' | 'stuck' = 'fresh';
  private timers: ReturnType<typeof setTimeout>[] = [];
  private isWaiting = false;
  /** The screen that is held where it is. */
  private held: Element | null | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
    // What one types may take away what stands below, or bring something.
    host.addEventListener('input', () => this.held ?? this.hold(true));
  }

  /** Call with whether something is being waited for; a change starts or ends the wait. */
  watch(isWaiting: boolean): void {
    if (isWaiting === this.isWaiting) return;
    this.hostDisconnected();
    this.isWaiting = isWaiting;
    if (!isWaiting) return;
    this.hold(true);
    this.timers = [setTimeout(() => this.reach('slow'), 5_000), setTimeout(() => this.reach('stuck'), 10_000)];
  }

  private reach(stage: 'slow' | 'stuck'): void {
    this.stage = stage;
    this.host.requestUpdate();
  }

  /** @param stop ends the wait */
  words(stop: () => void): TemplateResult | typeof nothing {
    if (this.stage === 'fresh') return nothing;
    // While a captcha is shown it is we who wait for the person; but one that never answers needs a way out, too.
    const isCaptcha = this.host.querySelector('.sie-captcha:not([hidden])');
    const slow = msg('Still working on it…', { id: 'sie.wait.slow' });
    return html`${isCaptcha ? nothing : html`<p class="sie-small">${slow}</p>`}
    ${this.stage === 'stuck'
      ? button({ type: 'button', variant: 'text', label: msg('Stop waiting', { id: 'sie.wait.stop' }), press: stop })
      : nothing}`;
  }

  /** Another screen stands in the middle again. */
  hostUpdated(): void {
    if (this.held !== undefined && this.held !== this.screen) this.hold(false);
  }

  private get screen(): Element | null {
    return this.host.querySelector('.logto_main-content > *');
  }

  private hold(isHeld: boolean): void {
    const page = this.host.querySelector<HTMLElement>('.logto_page-container');
    page?.style.setProperty('--_sie-above', isHeld ? `0 0 ${getComputedStyle(page, '::before').blockSize}` : '');
    this.held = isHeld ? this.screen : undefined;
  }

  hostDisconnected(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
    this.stage = 'fresh';
    this.isWaiting = false;
  }
}
