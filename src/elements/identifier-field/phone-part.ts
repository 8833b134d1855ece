/** What the field needs once a phone number is in play. A chunk of its own: import it through `PhoneSupport`. */
import { plainText } from '../../shared/characters.ts';
import { looksLikePhone } from '../../shared/identifier.ts';
import { identifierText } from '../../shared/read-identifier.ts';
import { type PhoneContext, type PhoneCountry, readPhone, splitCode } from '../../shared/read-phone.ts';

export { countryButton } from './country-button.ts';
export { defaultCountry } from './default-country.ts';
export { readPhone } from '../../shared/read-phone.ts';

/**
 * Leaves in the input what is shown beside the country: takes a calling code that stands before a number out of its text.
 * @param context the country in use
 * @param caret where a key was pressed: digits that are typed may still become anything, so then only a plus tells, and only a code
 *   before the caret. Undefined when the text came as a whole.
 * @returns the country that the number is of, from now on
 */
export function takeCallingCode(input: HTMLInputElement, context: PhoneContext, caret?: number): PhoneCountry {
  if (caret === undefined) {
    const { country, by, rest } = readPhone(identifierText(input.value), context);
    // What is a person's own stays as they wrote it.
    if (rest !== plainText(input.value)) putKeepingCaret(input, rest);
    return { country, by };
  }
  const typed = plainText(input.value.slice(0, caret));
  // A link that is typed is read when it is complete.
  const isNumber = typed.includes('+') && looksLikePhone(plainText(input.value));
  const begun = isNumber ? splitCode(typed, context) : undefined;
  if (!begun) return context;
  putKeepingCaret(input, begun.rest + input.value.slice(caret));
  return { country: begun.country, by: 'code' };
}

/** Replaces the text by its end; the caret stays before the same character. */
function putKeepingCaret(input: HTMLInputElement, text: string): void {
  const fromEnd = input.value.length - (input.selectionStart ?? input.value.length);
  input.value = text;
  const caret = Math.max(0, text.length - fromEnd);
  if (input.matches(':focus')) input.setSelectionRange(caret, caret);
}
