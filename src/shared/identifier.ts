import { asciiDigits, digitsOf, plainText } from './characters.ts';

/** What a person signs in with. */
export const identifierTypes = ['username', 'email', 'phone'] as const;
export type IdentifierType = (typeof identifierTypes)[number];

/** An identifier known beforehand; of some hints only the person or a numbering plan can tell what they are. */
export interface KnownIdentifier {
  readonly type?: IdentifierType | undefined;
  /** A phone number as digits with the country code, without a plus. */
  readonly value: string;
}

/** An identifier as people write it: phone numbers with a plus, which the server's values lack. */
export const formatIdentifier = ({ type, value }: { readonly type?: string | undefined; readonly value: string }): string =>
  type === 'phone' ? `+${value}` : value;

/**
 * The text of an identifier that is being typed: without invisible characters, and without the scheme and parameters of a link. The
 * complete text is read by `readIdentifier`, which is loaded on demand.
 */
export const begunText = (text: string): string =>
  plainText(text.slice(0, 2000))
    .replace(/^(?:mailto|tel|sms|smsto|callto):([^?;&]*).*/i, '$1')
    .replaceAll('%20', ' ');

/**
 * True for text that can be a phone number, or the beginning of one: digits with punctuation (dots and dashes of mathematics and the
 * long vowel sign of Japanese keyboards are some, too) and spaces. Before a plus only
 * another calling code with its own plus is allowed.
 * @param text see `begunText`
 */
export function looksLikePhone(text: string): boolean {
  const plain = asciiDigits(text);
  if (plain.length > 100 || !/^(?:[\d+]|(?![@#*&%!?"\\_])[\p{P}\p{Z}\p{Sm}\u30fc\uff70])*$/u.test(plain)) return false;
  const [before = '', ...numbers] = plain.split('+');
  const codes = numbers.slice(0, -1);
  if (numbers.length > 0) return digitsOf(before) === '' && codes.every((code) => digitsOf(code).length <= 3);
  return digitsOf(before) !== '';
}

/**
 * Which of the possible types a text is, while it is being typed.
 * @param text see `begunText`
 */
export function detectType(
  text: string,
  types: readonly IdentifierType[],
  previous?: IdentifierType,
): IdentifierType | undefined {
  if (types.length === 1) return types[0];
  if (!text) return undefined;
  if (types.includes('email') && text.includes('@')) return 'email';
  if (types.includes('phone') && looksLikePhone(text)) {
    if (previous === 'phone' || text.includes('+') || digitsOf(text).length >= 3) return 'phone';
  }
  if (types.includes('username')) return 'username';
  return types.includes('email') ? 'email' : (previous ?? types[0]);
}

/** Whether a text is an e-mail address with a dot in its domain. Takes time in proportion to the text. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || /\s/.test(text)) return false;
  const local = text.slice(0, at);
  const labels = text.slice(at + 1).split('.');
  const isQuoted = local.length > 2 && local.startsWith('"') && local.endsWith('"');
  return (
    (isQuoted || !/[@<>(),;:"\\]/.test(local)) &&
    labels.length > 1 &&
    labels.every((label) => label !== '' && !/[<>(),;:"'\\/?#]/.test(label))
  );
}
