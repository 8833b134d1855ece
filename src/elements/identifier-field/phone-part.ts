/** What the field needs once a phone number is in play. A chunk of its own: import it through `PhoneSupport`. */
import type { Country, PhoneNumbers } from '../../platform/phone-numbers.ts';
import { digitsOf, plainText } from './identifier-text.ts';
import { splitNumber } from './split-number.ts';

export { countryButton } from './country-button.ts';
export { defaultCountry } from './default-country.ts';

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

/**
 * Takes a calling code that stands before a number out of the input's text.
 * @param country the one in use
 * @param countries Countries that are accepted; empty: all.
 * @param caret where a key was pressed, undefined when the text came as a whole
 * @returns the country that the code is for; undefined when nothing was taken
 */
export function takeCallingCode(
  input: HTMLInputElement,
  country: Country,
  countries: readonly Country[],
  numbers: PhoneNumbers,
  caret?: number,
): Country | undefined {
  const split = splitNumber(plainText(input.value), country, numbers, caret);
  if (!split || (countries.length > 0 && !countries.includes(split.country))) return undefined;
  putKeepingCaret(input, split.rest);
  return split.country;
}

/** Replaces the text by its end; the caret stays before the same character. */
function putKeepingCaret(input: HTMLInputElement, text: string): void {
  const fromEnd = input.value.length - (input.selectionStart ?? input.value.length);
  input.value = text;
  const caret = Math.max(0, text.length - fromEnd);
  if (input.matches(':focus')) input.setSelectionRange(caret, caret);
}
