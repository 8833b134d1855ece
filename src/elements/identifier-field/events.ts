import type { Country } from '../../platform/phone-numbers.ts';

/** A country was picked from the list. Bubbles. */
export class SieCountryChooseEvent extends Event {
  static readonly eventName = 'sie-country-choose';

  constructor(readonly country: Country) {
    super(SieCountryChooseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-country-choose': SieCountryChooseEvent;
  }
}
