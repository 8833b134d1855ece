/** The wait that a server asked for is over. Bubbles. */
export class SieWaitEndEvent extends Event {
  static readonly eventName = 'sie-wait-end';

  constructor() {
    super(SieWaitEndEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-wait-end': SieWaitEndEvent;
  }
}
