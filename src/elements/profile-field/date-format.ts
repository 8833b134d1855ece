/** Numeric pattern letters of Unicode TR 35, with their least and greatest values. */
const letters = new Map<string, readonly [number, number]>([
  ['y', [0, 9999]],
  ['M', [1, 12]],
  ['d', [1, 31]],
  ['H', [0, 23]],
  ['h', [1, 12]],
  ['m', [0, 59]],
  ['s', [0, 59]],
]);

/** Quoted text, runs of one letter, and everything else. */
const pieces = /'([^']*)'|([a-zA-Z])\2*|[^a-zA-Z']+/g;

/** Longer formats are not supported; no format of a date or time needs more. */
const longestFormat = 100;

const iso = 'yyyy-MM-dd';

/** Whether a format is one of a whole date, for which browsers have a control. */
export const isPickable = (format: string): boolean => [iso, 'MM/dd/yyyy', 'dd/MM/yyyy'].includes(format);

/**
 * Whether a text is an existing date or time, written exactly as the format says. Formats with non-numeric letters (names of months,
 * weeks) are not supported: then every text is valid.
 */
export function isDate(text: string, format: string): boolean {
  // Where a token follows a number of variable length, the end of the number is ambiguous.
  if (format.length > longestFormat || hasOpenEnd(format)) return true;
  const tokens = [...format.matchAll(pieces)].flatMap(({ 0: token, 2: letter }) => (letter ? [token] : []));
  const ranges = tokens.map((token) => (token.length > 2 && token !== 'yyyy' ? undefined : letters.get(token.charAt(0))));
  if (tokens.length === 0 || ranges.includes(undefined)) return true;
  const numbers = read(text, format);
  const valueOf = (letter: string, otherwise: number) =>
    numbers[tokens.findIndex((token) => token.startsWith(letter))] ?? otherwise;
  return (
    numbers.length > 0 &&
    ranges.every((range, index) => isBetween(numbers[index] ?? -1, range)) &&
    // A leap year where the format has no year, so that 29 February is valid.
    valueOf('d', 1) <= daysIn(valueOf('y', 2000), valueOf('M', 1))
  );
}

/** A token of one letter directly before another token. */
function hasOpenEnd(format: string): boolean {
  const all = [...format.matchAll(pieces)];
  return all.some(({ 0: piece, 2: letter }, index) => letter && piece.length === 1 && all[index + 1]?.[2]);
}

/** Converts a date to the format of date inputs (`2024-02-29`); `''` for an invalid date. */
export function toIso(text: string, format: string): string {
  return convert(text, format, iso);
}

/** Converts the value of a date input to another format; `''` for an invalid date. */
export function fromIso(text: string, format: string): string {
  return convert(text, iso, format);
}

function convert(text: string, from: string, to: string): string {
  if (!isDate(text, from)) return '';
  const tokens = from.split(/\W/);
  const parts = text.split(/\D/);
  return to.replace(/\w+/g, (token) => parts[tokens.indexOf(token)] ?? '');
}

/** The numbers in a text, in the order of the format; none when the text does not match it. Reads the text once, without backtracking. */
function read(text: string, format: string): readonly number[] {
  const numbers: number[] = [];
  let at = 0;
  for (const [piece, quoted, letter] of format.matchAll(pieces)) {
    const number = piece.length > 1 ? /^\d+/ : /^(?:0|[1-9]\d{0,3})/;
    const width = piece.length > 1 ? piece.length : 4;
    const part = letter ? (number.exec(text.slice(at, at + width))?.[0] ?? '') : (quoted ?? piece);
    const isThere = letter ? part.length === width || (piece.length === 1 && part !== '') : text.startsWith(part, at);
    if (!isThere) return [];
    if (letter) numbers.push(Number(part));
    at += part.length;
  }
  return at === text.length ? numbers : [];
}

const isBetween = (number: number, [min, max]: readonly [number, number] = [0, 0]): boolean => number >= min && number <= max;

/** Days of a month. `setUTCFullYear`, because the constructor reads years below 100 as 19xx. */
function daysIn(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}
