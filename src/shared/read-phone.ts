import { asciiDigits, digitsOf } from './characters.ts';
import { looksLikePhone } from './identifier.ts';

/** ISO 3166-1 alpha-2 code, upper case, plus the few that numbering plans add (AC, TA, XK). */
export type Country = string;

export interface PhoneNumber {
  /** E.164 digits without the plus, country calling code first: what the server takes. */
  readonly digits: string;
  /** Calling code without the plus: '86'. */
  readonly callingCode: string;
  /** The rest of the digits, without a trunk prefix. */
  readonly nationalNumber: string;
  /** Whose number it is; undefined for shared global codes (+800, +870 …). */
  readonly country: Country | undefined;
  /** True when the digits fit the numbering plan of the country. */
  readonly valid: boolean;
}

/** What is known about the numbering plans of all countries; a port, since the library behind it is loaded on demand. */
export interface PhoneNumbers {
  /** Every country with a numbering plan of its own, in no particular order. */
  countries(): readonly Country[];
  /** Calling code without the plus; undefined for an unknown country. */
  callingCode(country: Country): string | undefined;
  /** The main country of a calling code: '1' → 'US'. Undefined for codes that are incomplete, unknown or of no country. */
  mainCountry(callingCode: string): Country | undefined;
  /**
   * Reads a number as people write it: spaces, dashes, brackets, `+86…`, `0086…`, trunk 0, the digits of any script.
   * Without a calling code it is taken as a number of `country`. Undefined when there is no number in the text.
   */
  parse(text: string, country: Country): PhoneNumber | undefined;
}

/**
 * The country of a number and who said so: a `guess` from languages, the `list` of countries, or a `code` before the number (after a
 * plus or an international prefix). Once one is stated, only another plus or international prefix changes it.
 */
export interface PhoneCountry {
  readonly country: Country;
  readonly by: 'guess' | 'list' | 'code';
}

export interface PhoneContext extends PhoneCountry {
  readonly numbers: PhoneNumbers;
  /** Countries that are accepted; empty: all. Countries that share a calling code are accepted together. */
  readonly countries: readonly Country[];
}

/** A number as it is sent, and as it is shown: country and rest of the text. */
export interface ReadPhone extends PhoneCountry {
  /** E.164 digits without the plus. */
  readonly value: string;
  /** False for what is no number of the country that was stated. It is never read as one of another. */
  readonly valid: boolean;
  /** The text without the calling code; all of it where it brings none, or one of no country that is accepted. */
  readonly rest: string;
}

/**
 * Where digits without trunk prefix that begin with the country's own calling code are a number with it: everybody writes the
 * trunk 0, and numbers are so long or so various that nearly all digits make a national number.
 */
const openPlans: readonly Country[] = ['AT', 'DE', 'ID', 'XK'];

/**
 * Reads a phone number as people write it.
 * @param text see `identifierText`
 */
export function readPhone(text: string, context: PhoneContext): ReadPhone {
  const { numbers, country, by } = context;
  if (!looksLikePhone(text) || hasPause(text)) return { country, by, value: text, valid: false, rest: text };
  const begun = splitCode(text, context);
  if (begun) return national(begun.rest, { ...context, country: begun.country, by: 'code' }, true);
  if (!text.includes('+')) return national(text, context);
  // A code of no country: the shared ones of the world (+800), or one that does not exist or is not accepted here.
  const digits = digitsOf(afterPlus(text));
  const number = numbers.parse(`+${digits}`, country);
  const valid = number?.valid === true && isAccepted(number, context);
  return { country, by, value: digits, valid, rest: text };
}

/** `…80,5`, `…80;5`: digits that are dialled after a pause. They must not become part of the number. */
const hasPause = (text: string): boolean => /[,;、\u060c\u061b] ?\p{Nd}/u.test(text);

/**
 * Takes the calling code off a text that begins with one, complete or not: `+86 138…`, `+8613`, `49(0)345…`. Calling codes are
 * prefix-free, so `+86` is complete as soon as the 6 is there.
 * @returns undefined when there is none of an accepted country
 */
export function splitCode(text: string, context: PhoneContext): { country: Country; rest: string } | undefined {
  const { numbers } = context;
  const hasPlus = text.includes('+');
  const after = hasPlus ? afterPlus(text) : text;
  const digits = digitsOf(after);
  const skipped = hasPlus && digits.startsWith('00') ? 2 : 0;
  for (let length = 1; length <= 3 && skipped + length <= digits.length; length += 1) {
    const code = digits.slice(skipped, skipped + length);
    const main = numbers.mainCountry(code);
    if (!main) continue;
    const rest = afterDigits(after, skipped + length);
    const country = countryFor(code, [context.country, main], context);
    return country && (hasPlus || marksCode(after, code, context)) ? { country, rest } : undefined;
  }
  return undefined;
}

/** `49(0)345…`: the bracketed trunk 0 says that what stands before it is the calling code. */
function marksCode(text: string, code: string, { numbers, country, by }: PhoneContext): boolean {
  const [, marked] = /^\D*(\d{1,3})[^\d(]*\( ?0 ?\)/.exec(asciiDigits(text)) ?? [];
  return marked === code && (by === 'guess' || numbers.callingCode(country) === code);
}

/**
 * Digits without a plus: of the country at hand, unless an international prefix says another, or nobody has stated one.
 * @param isBegun the calling code was taken off the text
 */
function national(text: string, context: PhoneContext, isBegun = false): ReadPhone {
  const { numbers, country, by } = context;
  const code = numbers.callingCode(country) ?? '';
  const digits = digitsOf(text);
  const isGuess = by === 'guess';
  // A trunk 0 in brackets is written where there is no trunk prefix, too.
  let number = numbers.parse(digitsOf(asciiDigits(text).replace(/[([] ?0 ?[)\]]/, '')), country);
  if (!number?.valid) number = numbers.parse(digits, country);
  // The calling code was written twice: no number is that long.
  const mayBringCode = by !== 'code' || digits.length > 11;
  if (mayBringCode && openPlans.includes(country) && digits.startsWith(code)) number = better(number, numbers, digits, country);
  if (isGuess && !number?.valid && !digits.startsWith('0')) number = better(number, numbers, digits, country);

  if (!number?.valid || !isAccepted(number, context)) {
    return { country, by, value: number?.digits ?? code + digits, valid: false, rest: text };
  }
  const { callingCode, nationalNumber } = number;
  const before = digits.endsWith(nationalNumber) ? digits.slice(0, -nationalNumber.length) : '';
  const bringsCode = before.includes(callingCode) && before !== '1';
  // A trunk prefix is how people write a number; what belongs to the calling code would stand there twice, as would the 1 of North
  // America, and Mexico's 1 is not dialled any more.
  const takesOff = isBegun || bringsCode || before === '1';
  return {
    country: countryFor(callingCode, [number.country ?? country, country], context) ?? country,
    by: bringsCode ? 'code' : by,
    value: number.digits,
    valid: true,
    rest: takesOff ? afterDigits(text, before.length) : text,
  };
}

function better(
  number: PhoneNumber | undefined,
  numbers: PhoneNumbers,
  digits: string,
  country: Country,
): PhoneNumber | undefined {
  const international = numbers.parse(`+${digits}`, country);
  return international?.valid ? international : number;
}

/** The country to show for a calling code: the first of some that has it and is accepted, else any that is accepted. */
function countryFor(code: string, candidates: readonly Country[], { numbers, countries }: PhoneContext): Country | undefined {
  const isPossible = (it: Country) => countries.length === 0 || countries.includes(it);
  return [...candidates, ...countries].find((it) => isPossible(it) && numbers.callingCode(it) === code);
}

const isAccepted = ({ callingCode }: PhoneNumber, { numbers, countries }: PhoneContext): boolean =>
  countries.length === 0 || countries.some((accepted) => numbers.callingCode(accepted) === callingCode);

const afterPlus = (text: string): string => text.slice(text.lastIndexOf('+') + 1);

/** What follows the first `count` digits, without the separators in between. */
function afterDigits(text: string, count: number): string {
  const plain = asciiDigits(text);
  const all = [...plain.matchAll(/\d/g)];
  const end = all[count]?.index;
  // A bracket that was opened while numbering plans were loading belongs to the text that is typed next.
  if (end === undefined) return plain.endsWith('(') ? '(' : '';
  const rest = plain[end - 1] === '(' ? plain.slice(end - 1) : plain.slice(end);
  // `(0162) 289…`: what was opened before is not closed here.
  return rest.replace(/^([^([]*)[)\]]/, '$1');
}
