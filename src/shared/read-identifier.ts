import { asciiDigits, digitsOf, isPrintableAscii, plainDashes, plainText } from './characters.ts';
import { detectType, type IdentifierType, isEmail, looksLikePhone } from './identifier.ts';

/** An identifier read from a text. */
export interface ReadIdentifier {
  /** Undefined for no text. */
  readonly type: IdentifierType | undefined;
  /** As the server takes it: phone numbers as digits with calling code, without plus. */
  readonly value: string;
  /** False when the text cannot be an identifier of its type, e.g. a phone number too short for its country. */
  readonly valid: boolean;
  /** True for digits without calling code while the numbering plans are not loaded: their country is unknown, so they must not be sent. */
  readonly unread?: boolean;
}

type ReadNumber = Omit<ReadIdentifier, 'type'>;

export interface ReadOptions {
  /** Types that are possible, in the configured order. */
  readonly types: readonly IdentifierType[];
  /** What it was before the last change: a number stays one while digits are deleted. */
  readonly previous?: IdentifierType | undefined;
  /** Reads a number with numbering plans, see `readPhone`. Without them only numbers with a calling code can be read. */
  readonly readPhone?: ((text: string) => ReadNumber) | undefined;
}

/** Maximum length of a text with an identifier, in UTF-16 code units. A longer text is invalid. */
const longest = 2000;

/**
 * Reads the identifier in a text. Used for all input (typed, pasted, filled in, restored, hinted), so that the same text is always
 * the same identifier.
 */
export function readIdentifier(text: string, { types, previous, readPhone }: ReadOptions): ReadIdentifier {
  const plain = identifierText(text);
  const type = detectType(plain, types, previous);
  if (!plain || !type) return { type: undefined, value: '', valid: false };
  if (type === 'phone') {
    const { value, valid, unread } = looksLikePhone(plain) ? (readPhone ?? asItIs)(plain) : { value: plain, valid: false };
    return { type, value, valid, ...(unread && { unread }) };
  }
  const value = type === 'email' ? emailIn(plain) : asciiDigits(plain);
  return { type, value, valid: text.length <= longest && isIdentifier(type, value) };
}

/**
 * Without numbering plans (offline) digits after a plus or 00 pass, and the server decides; but no calling code begins with a zero.
 * Others would be read as some other country's.
 */
function asItIs(text: string): ReadNumber {
  const digits = digitsOf(text.slice(text.lastIndexOf('+') + 1));
  if (!text.includes('+') && !digits.startsWith('00')) return { value: digits, valid: false, unread: true };
  const value = digits.replace(/^00/, '');
  return { value, valid: isIdentifier('phone', value) && !value.startsWith('0') };
}

/**
 * Whether a value can be an identifier of its type at all, for the server: usernames of ASCII letters, digits and underscores;
 * e-mail addresses, also longer ones than RFC 5321 allows (https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1); phone numbers of digits,
 * fifteen at most by E.164 and some more by old plans. Which numbers there are is known to the numbering plans.
 */
export function isIdentifier(type: IdentifierType, value: string): boolean {
  if (value.length > 256) return false;
  if (type === 'email') return isEmail(value);
  return type === 'phone' ? /^\d{1,20}$/.test(value) : /^[A-Z_a-z]\w*$/.test(value);
}

/** The text of an identifier without what cannot be seen, and without the scheme of a link (`mailto:`, `tel:`). */
export function identifierText(text: string): string {
  const plain = plainText(text.slice(0, longest));
  const [, scheme = '', target] = /^(mailto|tel|sms|smsto|callto):(?:\/\/)?(.*)$/i.exec(plain) ?? [];
  if (target === undefined) return plain;
  const [before = '', ...parameters] = target.split(scheme.toLowerCase() === 'mailto' ? '?' : /[;?&]/);
  // An extension (RFC 3966: ext, isub, postd) cannot receive messages; keep the text, so that the person sees that it is invalid.
  if (parameters.some((it) => /^(?:ext|isub|postd)=/i.test(it))) return plain;
  // RFC 3966: a local number names its context.
  const [, context = ''] = /^phone-context=(\+.*)$/i.exec(parameters.find((it) => /^phone-context=\+/i.test(it)) ?? '') ?? [];
  return plainText((before.includes('+') ? '' : context) + decoded(before));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Pairs of characters that may surround an address in a text. */
const brackets = ['<>', '()', '[]', '""', "''", '“”', '‘’', '„“', '«»', '「」'];

/** The address in `Alice <alice@example.com>`, `(alice@example.com)` or `alice@example.com,`. Two addresses are none. */
function emailIn(text: string): string {
  let address = withoutEnd(text);
  const open = address.indexOf('<');
  if (open > 0 && address.endsWith('>') && open === address.lastIndexOf('<')) address = address.slice(open);
  for (let depth = 0; depth < 3 && brackets.includes(address.charAt(0) + address.slice(-1)); depth += 1) {
    address = withoutEnd(identifierText(address.slice(1, -1)));
  }
  const plain = plainDashes(asciiDigits(address));
  // An address in another script may contain its digits.
  return isPrintableAscii(plain) ? plain : plainDashes(address).normalize();
}

/** Without the punctuation that follows an address in a sentence or a list. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && '.,;:、 '.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
