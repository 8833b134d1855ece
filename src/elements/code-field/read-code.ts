/** The digit 0-9 that a decimal digit of any script stands for (Unicode Nd come in runs of ten, zero first). */
function plainDigit(character: string): string {
  let first = character.codePointAt(0) ?? 0;
  const zero = first;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((zero - first) % 10);
}

/**
 * The one-time code in a text that was typed, pasted or filled in: "Your code is 123 456", "１２３４５６", "G-123456".
 *
 * A run of exactly `length` digits (single spaces or hyphens inside allowed) is the code wherever it stands; without one, the
 * first `length` digits are what has been typed so far.
 */
export function readCode(text: string, length: number): string {
  const digits = text.replace(/\p{Nd}/gu, plainDigit);
  // No look-behind: Safari before 16.4 has none (decision 9).
  const run = new RegExp(`(?:^|\\D)(\\d(?:[ \\u00a0-]?\\d){${length - 1}})(?!\\d)`).exec(digits)?.[1] ?? digits;
  return run.replace(/\D/g, '').slice(0, length);
}
