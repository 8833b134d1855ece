import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts the seconds to a moment down, updating its host once a second until it is reached. */
export class CountdownController implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param until the moment, in ms since the epoch; asked at every update, since it may move. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly until: () => number,
  ) {
    host.addController(this);
  }

  /** Whole seconds left; 0 when the moment has come. Never more than a minute, whatever the clock was set to meanwhile. */
  get seconds(): number {
    return Math.min(60, Math.max(0, Math.ceil((this.until() - Date.now()) / 1000)));
  }

  hostUpdated(): void {
    clearTimeout(this.timer);
    if (this.seconds > 0) this.timer = setTimeout(() => this.host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }
}
