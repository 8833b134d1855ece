/** A one-time code is complete. Bubbles. */
export class SieCodeCompleteEvent extends Event {
  static readonly eventName = 'sie-code-complete';

  constructor(
    /** The digits. */
    readonly code: string,
  ) {
    super(SieCodeCompleteEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-code-complete': SieCodeCompleteEvent;
  }
}
