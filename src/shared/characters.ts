/**
 * What the characters mean that people type, paste and have filled in, by their Unicode properties (UAX #44,
 * https://www.unicode.org/reports/tr44/), so that no field has a list of its own. Every function takes time in proportion to the text.
 */

/** Decimal digits of any script as ASCII digits. */
export const asciiDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, asciiDigit);

/** Unicode has the digits of every script in a run of ten, zero first; runs may follow each other. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

/** ASCII digits alone. */
export const digitsOf = (text: string): string => asciiDigits(text).replace(/[^0-9]/g, '');

/** Whether a text has printable ASCII characters only, and at least one. */
export const isPrintableAscii = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

/** Dashes of every kind, with the minus of mathematics, as hyphens. */
export const plainDashes = (text: string): string => text.replace(/[\p{Pd}\u2212]/gu, '-');

/**
 * Text in plain form: without invisible characters (default-ignorable and format characters, controls, halves of surrogate pairs,
 * the mark that a picture leaves), full-width and small forms as the characters that they are forms of, the full stops that UTS 46
 * (https://www.unicode.org/reports/tr46/) takes for dots as dots, every space and tab as a space, and none at the ends.
 */
export const plainText = (text: string): string =>
  text
    .replace(/(?!\t)[\p{DI}\p{Cf}\p{Cc}\p{Cs}\uFFFC]/gu, '')
    .replace(/[\uFE50-\uFE6B\uFF01-\uFF5E]/g, (form) => form.normalize('NFKC'))
    .replace(/[\u3002\uFF61]/g, '.')
    .replace(/[\p{Z}\t]/gu, ' ')
    .trim();

/**
 * Whether nobody would see anything of a text: nothing but white space, control characters and characters that are not drawn
 * (Unicode: Default_Ignorable_Code_Point; U+2800 is a braille cell without dots).
 */
export const isBlank = (text: string): boolean => !/[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
