/** What the field needs once a phone number is in play. A chunk of its own: import it through `PhoneSupport`. */
import type { Country, PhoneNumbers } from '../../platform/phone-numbers.ts';
import { digitsOf } from './identifier-text.ts';

export { countryButton } from './country-button.ts';
export { defaultCountry } from './default-country.ts';
export { splitNumber } from './split-number.ts';

/** A phone number as the server takes it, and whether it can be one. */
export interface ReadPhone {
  readonly value: string;
  readonly valid: boolean;
}

/** @param countries Countries that are accepted; empty: all. Countries that share a calling code are accepted together. */
export function readPhone(text: string, country: Country, countries: readonly Country[], numbers: PhoneNumbers): ReadPhone {
  const number = numbers.parse(text, country);
  const isAccepted =
    countries.length === 0 || countries.some((accepted) => numbers.callingCode(accepted) === number?.callingCode);
  return { value: number?.digits ?? digitsOf(text), valid: number?.valid === true && isAccepted };
}
