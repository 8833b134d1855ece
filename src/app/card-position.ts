import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the card at its place while its content changes: from the first input or wait on it grows and shrinks downwards, and
 * nothing that is shown already moves. The next screen is centred again.
 */
export class CardPosition implements ReactiveController {
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
