/** Letters of Unicode TR 35 that stand for numbers, as they are written, with the numbers they may be. */
const letters: Readonly<Record<string, readonly [pattern: string, min: number, max: number]>> = {
  yyyy: ['\\d{4}', 0, 9999],
  yy: ['\\d{2}', 0, 99],
  y: ['[1-9]\\d{0,3}', 1, 9999],
  MM: ['\\d{2}', 1, 12],
  M: ['[1-9]\\d?', 1, 12],
  dd: ['\\d{2}', 1, 31],
  d: ['[1-9]\\d?', 1, 31],
  HH: ['\\d{2}', 0, 23],
  H: ['0|[1-9]\\d?', 0, 23],
  hh: ['\\d{2}', 1, 12],
  h: ['[1-9]\\d?', 1, 12],
  mm: ['\\d{2}', 0, 59],
  m: ['0|[1-9]\\d?', 0, 59],
  ss: ['\\d{2}', 0, 59],
  s: ['0|[1-9]\\d?', 0, 59],
};

/** Words in quotes, runs of one letter, and everything else. */
const pieces = /'([^']*)'|([a-zA-Z])\2*|[^a-zA-Z']+/g;

const iso = 'yyyy-MM-dd';

/** Formats of a whole date for which browsers have a control of their own. */
export const isPickable = (format: string): boolean => [iso, 'MM/dd/yyyy', 'dd/MM/yyyy'].includes(format);

/**
 * Whether a text is a real date or time in a format, written exactly as the format says. Formats with letters that do not stand for
 * numbers (names of months, weeks) are not understood here: then any text will do.
 */
export function isDate(text: string, format: string): boolean {
  const tokens = [...format.matchAll(pieces)].filter(({ 2: letter }) => letter).map(([token]) => token);
  if (tokens.length === 0 || tokens.some((token) => !Object.hasOwn(letters, token))) return true;
  const numbers = read(text, format);
  if (!numbers) return false;
  const inRange = tokens.every((token, index) => {
    const [, min, max] = letters[token] ?? ['', 0, 0];
    const number = numbers[index] ?? -1;
    return number >= min && number <= max;
  });
  const valueOf = (letter: string, otherwise: number) =>
    numbers[tokens.findIndex((token) => token.startsWith(letter))] ?? otherwise;
  // A leap year where the format names none: 29 February can be meant.
  return inRange && valueOf('d', 1) <= daysIn(valueOf('y', 2000), valueOf('M', 1));
}

/** A date of another format as browsers write it (`2024-02-29`); `''` for what is none. */
export function toIso(text: string, format: string): string {
  return convert(text, format, iso);
}

/** What browsers write, in another format; `''` for what is no date. */
export function fromIso(text: string, format: string): string {
  return convert(text, iso, format);
}

function convert(text: string, from: string, to: string): string {
  if (!isDate(text, from)) return '';
  const tokens = from.split(/\W/);
  const parts = text.split(/\D/);
  return to.replace(/\w+/g, (token) => parts[tokens.indexOf(token)] ?? '');
}

function read(text: string, format: string): readonly number[] | undefined {
  const source = [...format.matchAll(pieces)].map(([piece, quoted, letter]) =>
    letter ? `(${letters[piece]?.[0] ?? ''})` : escape(quoted ?? piece),
  );
  return new RegExp(`^${source.join('')}$`).exec(text)?.slice(1).map(Number);
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The day before the first of the next month; two-digit years are set as they are. */
function daysIn(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}
