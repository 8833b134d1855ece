import type { Country, PhoneNumbers } from '../../platform/phone-numbers.ts';
import { detectType, digitsOf, type IdentifierType, isPlausible, plainText } from './identifier-text.ts';

/** What stands in the field. */
export interface Identifier {
  /** Undefined when the field is empty. */
  readonly type: IdentifierType | undefined;
  /** As the server takes it: phone numbers as digits with calling code, without plus. */
  readonly value: string;
  /** As it was typed. */
  readonly raw: string;
  /** False when no account can have this name. */
  readonly valid: boolean;
}

export interface ReadOptions {
  readonly types: readonly IdentifierType[];
  /** Type shown while typing. */
  readonly detected: IdentifierType | undefined;
  /** Whose number it is when it has no calling code. */
  readonly country: Country;
  /** Countries that are accepted; empty: all. */
  readonly countries: readonly Country[];
  readonly loadPhoneNumbers: () => Promise<PhoneNumbers>;
}

/** Says what a text means. Without numbering plans (offline) digits pass as they are, and the server decides. */
export async function readIdentifier(raw: string, options: ReadOptions): Promise<Identifier> {
  const text = plainText(raw);
  if (!text) return { type: undefined, value: '', raw, valid: false };

  const type = detectType(text, options.types, options.detected);
  if (type !== 'phone') return { type, value: text, raw, valid: type !== undefined && isPlausible(type, text) };

  const digits = digitsOf(text);
  const phoneNumbers = await options.loadPhoneNumbers().catch(() => undefined);
  if (!phoneNumbers) return { type, value: digits.replace(/^00/, ''), raw, valid: digits !== '' };

  const number = phoneNumbers.parse(text, options.country);
  const isAccepted =
    options.countries.length === 0 ||
    options.countries.some((country) => phoneNumbers.callingCode(country) === number?.callingCode);
  return { type, value: number?.digits ?? digits, raw, valid: number?.valid === true && isAccepted };
}
