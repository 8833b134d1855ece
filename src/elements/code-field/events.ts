/** A one-time code is complete. Does not bubble, and does not carry the code: nobody but the field's own form needs either. */
export class SieCodeCompleteEvent extends Event {
  static readonly eventName = 'sie-code-complete';

  constructor() {
    super(SieCodeCompleteEvent.eventName);
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-code-complete': SieCodeCompleteEvent;
  }
}
