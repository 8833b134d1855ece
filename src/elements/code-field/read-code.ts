import { asciiDigits, plainDashes, plainText } from '../../shared/characters.ts';
import { lazy } from '../../shared/lazy.ts';

/** A one-time code that was found in a text. */
export interface ReadCode {
  /** The digits, possibly incomplete; `''` for none. */
  readonly code: string;
  /** True when the text is only a code or a part of one, or names it in a machine-readable way. False for a guess from a longer text. */
  readonly certain: boolean;
}

const messages = lazy(() => import('./code-in-message.ts'));

/** Loads the code that finds one-time codes in messages, which most people do not need. Until then, and when it fails, none are found. */
export async function loadMessages(): Promise<void> {
  await messages.optional();
}

/** Number of characters that are examined; no message is longer. */
const longest = 2000;

/**
 * Finds the one-time code in a text that was typed, pasted or filled in: `123 456`, `１２３４５６`, `G-123456`, or a whole message.
 * Digits of a text that is too short for a message are taken for the beginning of a code.
 */
export function readCode(text: string, length: number): ReadCode {
  const lines = text
    .slice(0, longest)
    .split(/[\n\r\u2028\u2029]/)
    .map((line) => plainDashes(asciiDigits(plainText(line))))
    .filter(Boolean);
  const message = lines.join('\n');
  const digits = message.replace(/\D/g, '');
  const isAlone = digits !== '' && digits.length <= length && /^(?:[A-Za-z]{1,3}-)?[\d\s-]+$/.test(message);
  if (isAlone) return { code: digits, certain: !isDate(message) };

  const bound = boundCode(lines.at(-1) ?? '');
  if (bound?.length === length) return { code: bound, certain: true };
  const code = messages.loaded?.codeInMessage(message, length) ?? (message.length <= length + 4 ? digits.slice(0, length) : '');
  return { code, certain: false };
}

/** Digits that may be a date instead. */
const isDate = (text: string): boolean => /^(?:\d\d-\d\d-\d\d(?:\d\d)?|(?:19|20)\d\d-\d\d(?:-\d\d)?)$/.test(text);

/** The code of an origin-bound message, whose last line is `@example.com #123456` (https://wicg.github.io/sms-one-time-codes/). */
function boundCode(line: string): string | undefined {
  const [host = '', code = '', frame = '@', ...more] = line.split(' ');
  return more.length === 0 && /^@./.test(host) && /^#\d+$/.test(code) && /^[@%]/.test(frame) ? code.slice(1) : undefined;
}
