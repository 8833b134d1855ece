import { asciiDigits, plainDashes, plainText } from '../../shared/characters.ts';
import type { codeInMessage } from './code-in-message.ts';

/** The one-time code in a text. */
export interface ReadCode {
  /** Its digits, or those of a part of it; `''` where there is none. */
  readonly code: string;
  /** The text is the code, or a part of it, and nothing else, or says so for machines. What was found among other words is a guess. */
  readonly certain: boolean;
}

/** Here once `loadMessages` has fetched it. */
let guess: typeof codeInMessage | undefined;

/** Fetches what finds codes in messages; most people type theirs. Until it is here, and where it cannot be had, nothing is found. */
export async function loadMessages(): Promise<void> {
  guess ??= (await import('./code-in-message.ts').catch(() => undefined))?.codeInMessage;
}

/** No message is longer; of a longer text no more is looked at. */
const longest = 2000;

/**
 * The one-time code in a text that was typed, pasted or filled in: `123 456`, `１２３４５６`, `G-123456`, or a whole message. Where no
 * code can be, digits among a few characters are what has been typed so far.
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
  const code = guess?.(message, length) ?? (message.length <= length + 4 ? digits.slice(0, length) : '');
  return { code, certain: false };
}

/** Digits that may as well be a day. */
const isDate = (text: string): boolean => /^(?:\d\d-\d\d-\d\d(?:\d\d)?|(?:19|20)\d\d-\d\d(?:-\d\d)?)$/.test(text);

/** `@example.com #123456`, the last line of a message for machines (https://wicg.github.io/sms-one-time-codes/). */
function boundCode(line: string): string | undefined {
  const [host = '', code = '', frame = '@', ...more] = line.split(' ');
  return more.length === 0 && /^@./.test(host) && /^#\d+$/.test(code) && /^[@%]/.test(frame) ? code.slice(1) : undefined;
}
