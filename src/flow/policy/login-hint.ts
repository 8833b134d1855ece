import { digitsOf, plainText } from '../../shared/characters.ts';
import { begunText, detectType, type IdentifierType, identifierTypes } from '../../shared/identifier.ts';

/** An identifier known beforehand; of some hints only the person or a numbering plan can tell what they are. */
export interface KnownIdentifier {
  readonly type?: IdentifierType | undefined;
  /** A phone number as digits with the country code, without a plus. */
  readonly value: string;
}

/** What the app says about who signs in (`login_hint`), where the form takes such an identifier. The field reads what it means. */
export function hintedIdentifier(hint: string | undefined, types: readonly IdentifierType[]): KnownIdentifier | undefined {
  const text = begunText(hint ?? '');
  const type = detectType(text, identifierTypes);
  // Digits without a plus may be a number of the person's own country, or a username.
  const isOpen = type === 'phone' && !text.startsWith('+');
  if (!hint || !type || !(types.includes(type) || (isOpen && types.includes('username')))) return undefined;
  // Links have more to say than can be told here, as have a second plus and punctuation in a number.
  if (text !== plainText(hint) || (type === 'phone' && /(?!^)\+|[^\p{Nd}+ .-]/u.test(text))) return { value: hint };
  if (type !== 'phone') return { type, value: text };
  return isOpen ? { value: digitsOf(text) } : { type, value: digitsOf(text) };
}
