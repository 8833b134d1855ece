import { detectType, digitsOf, type IdentifierType, isPlausible, plainText } from './identifier-text.ts';
import type { ReadPhone } from './phone-part.ts';

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
  /** Undefined when there are no numbering plans (offline). */
  readonly readPhone: (text: string) => Promise<ReadPhone | undefined>;
}

/** Says what a text means. Without numbering plans digits pass as they are, and the server decides. */
export async function readIdentifier(raw: string, { types, detected, readPhone }: ReadOptions): Promise<Identifier> {
  const text = plainText(raw);
  if (!text) return { type: undefined, value: '', raw, valid: false };

  const type = detectType(text, types, detected);
  if (type !== 'phone') return { type, value: text, raw, valid: type !== undefined && isPlausible(type, text) };

  const digits = digitsOf(text);
  // Something was typed, and what was is wrong.
  if (!digits) return { type, value: text, raw, valid: false };
  const { value, valid } = (await readPhone(text)) ?? { value: digits.replace(/^00/, ''), valid: true };
  return { type, value, raw, valid };
}
