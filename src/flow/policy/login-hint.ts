import type { IdentifierType } from '../../client/schemas/settings.ts';

/** An identifier known beforehand; of some hints only the person or a numbering plan can tell what they are. */
export interface KnownIdentifier {
  readonly type?: IdentifierType | undefined;
  /** A phone number as digits with the country code, without a plus. */
  readonly value: string;
}

/** What the app says about who signs in (`login_hint`), where the form takes such an identifier. */
export function hintedIdentifier(hint: string | undefined, types: readonly IdentifierType[]): KnownIdentifier | undefined {
  if (!hint) return undefined;
  const digits = hint.replace(/[\s()-]/g, '');
  // Digits without a plus may be a number of the person's own country, or a username.
  if (/^\d{5,}$/.test(digits)) return types.includes('phone') || types.includes('username') ? { value: digits } : undefined;
  const type = hint.includes('@') ? 'email' : /^\+\d{5,}$/.test(digits) ? 'phone' : 'username';
  if (!types.includes(type)) return undefined;
  return { type, value: type === 'phone' ? digits.slice(1) : hint };
}
