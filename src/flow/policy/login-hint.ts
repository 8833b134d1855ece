import { digitsOf } from '../../shared/characters.ts';
import { identifierText, type IdentifierType, identifierTypes, readIdentifier } from '../../shared/identifier.ts';

/** An identifier known beforehand; of some hints only the person or a numbering plan can tell what they are. */
export interface KnownIdentifier {
  readonly type?: IdentifierType | undefined;
  /** A phone number as digits with the country code, without a plus. */
  readonly value: string;
}

/** What the app says about who signs in (`login_hint`), where the form takes such an identifier. */
export function hintedIdentifier(hint: string | undefined, types: readonly IdentifierType[]): KnownIdentifier | undefined {
  const text = identifierText(hint ?? '');
  const { type, value } = readIdentifier(text, { types: identifierTypes });
  if (!type || !value) return undefined;
  // Digits without a plus may be a number of the person's own country, or a username.
  if (type === 'phone' && !text.includes('+')) {
    return types.includes('phone') || types.includes('username') ? { value: digitsOf(text) } : undefined;
  }
  return types.includes(type) ? { type, value } : undefined;
}
