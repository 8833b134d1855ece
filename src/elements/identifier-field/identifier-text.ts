/** What an account can be named by. */
export type IdentifierType = 'username' | 'email' | 'phone';

/** Text as it was meant: full-width characters of East Asian keyboards and the marks that address books add around numbers. */
export function plainText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/[\u00A0\u3000]/g, ' ')
    .trim();
}

/** Arabic and Persian digits count like ours. */
export function digitsOf(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) % 16)).replace(/\D/g, '');
}

const phoneLike = /^\+?[\d\u0660-\u0669\u06F0-\u06F9\s().\-\u2010-\u2015/]*$/;

/** True for text that could be the beginning of a phone number: from here on phone data is worth loading. */
export const looksLikePhone = (text: string): boolean => phoneLike.test(text) && (text.startsWith('+') || digitsOf(text) !== '');

/**
 * Which of the possible types a text is, while it is being typed.
 *
 * @param text Plain text (see `plainText`).
 * @param types The types that are possible here, in the configured order.
 * @param previous What it was before the last change: a number stays one while digits are deleted.
 */
export function detectType(
  text: string,
  types: readonly IdentifierType[],
  previous?: IdentifierType,
): IdentifierType | undefined {
  if (types.length === 1) return types[0];
  if (!text) return undefined;
  const possible = new Set(types);
  if (possible.has('email') && text.includes('@')) return 'email';
  if (possible.has('phone') && looksLikePhone(text)) {
    if (previous === 'phone' || text.startsWith('+') || digitsOf(text).length >= 3) return 'phone';
  }
  if (possible.has('username')) return 'username';
  if (possible.has('email')) return 'email';
  return previous ?? types[0];
}

/** The server's own rule for e-mail addresses (length in characters), and its charset for user names. */
const isEmail = (text: string): boolean => text.length <= 256 && /^\S+@\S+\.\S+$/.test(text);
const isUsername = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

/** Whether a text can be a user name or an e-mail address at all; phone numbers need the numbering plans. */
export const isPlausible = (type: 'username' | 'email', text: string): boolean =>
  type === 'email' ? isEmail(text) : isUsername(text);
