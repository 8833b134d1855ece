/** A person wants to go on with a connector. Bubbles. */
export class SieConnectorChooseEvent extends Event {
  static readonly eventName = 'sie-connector-choose';

  constructor(
    /** The connector's `id` in the settings. */
    readonly connectorId: string,
  ) {
    super(SieConnectorChooseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-connector-choose': SieConnectorChooseEvent;
  }
}
