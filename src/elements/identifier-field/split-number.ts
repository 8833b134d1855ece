import type { Country, PhoneNumbers } from '../../platform/phone-numbers.ts';
import { digitsOf } from './identifier-text.ts';

/** A number taken apart for showing: the country goes to the button, the rest stays in the input as it was written. */
export interface SplitNumber {
  readonly country: Country;
  readonly rest: string;
}

/**
 * Takes the calling code off a number that was written with it (`+86 138…`, `0086138…`, `86138…`), so that it never stands twice.
 *
 * @param text Plain text.
 * @param country The country shown now; stays when it shares the code (+1, +7, +44 …) and the number does not say otherwise.
 * @param caret Where one more key was pressed; undefined when the text came as a whole. Digits that are typed may still become
 *   anything, so then only a plus tells, and only a code before the caret: calling codes are prefix-free, `+86` is complete as
 *   soon as the 6 is there.
 * @returns undefined when there is nothing to take off.
 */
export function splitNumber(text: string, country: Country, phoneNumbers: PhoneNumbers, caret?: number): SplitNumber | undefined {
  return (
    (caret === undefined ? splitWhole(text, country, phoneNumbers) : undefined) ?? splitBegun(text, country, phoneNumbers, caret)
  );
}

/** By a number that is complete. */
function splitWhole(text: string, country: Country, phoneNumbers: PhoneNumbers): SplitNumber | undefined {
  const digits = digitsOf(text);
  const number = [text, `+${digits}`].map((form) => phoneNumbers.parse(form, country)).find((found) => found?.valid);
  if (!number?.country) return undefined;
  const { nationalNumber, callingCode } = number;
  const before = digits.endsWith(nationalNumber) ? digits.slice(0, -nationalNumber.length) : '';
  if (!text.startsWith('+') && !before.includes(callingCode)) return undefined;
  return { country: number.country, rest: before ? afterDigits(text, before.length) : nationalNumber };
}

/** By the plus and the code after it. */
function splitBegun(text: string, country: Country, phoneNumbers: PhoneNumbers, caret?: number): SplitNumber | undefined {
  if (!text.startsWith('+')) return undefined;
  const digits = digitsOf(text.slice(0, caret));
  for (let length = 1; length <= Math.min(3, digits.length); length += 1) {
    const callingCode = digits.slice(0, length);
    const main = phoneNumbers.mainCountry(callingCode);
    if (!main) continue;
    const isShared = phoneNumbers.callingCode(country) === callingCode;
    return { country: isShared ? country : main, rest: afterDigits(text, length) };
  }
  return undefined;
}

/** What follows the first `count` digits, without the separators in between. */
function afterDigits(text: string, count: number): string {
  let seen = 0;
  const end = [...text].findIndex((character) => digitsOf(character) !== '' && ++seen > count);
  if (end < 0) return '';
  return text[end - 1] === '(' ? text.slice(end - 1) : text.slice(end);
}
