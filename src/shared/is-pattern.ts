/** Maximum length of a pattern, in UTF-16 code units. */
const longest = 2_000;

/** Whether a text is a regular expression (without flags) of at most 2,000 characters. */
export function isPattern(source: string): boolean {
  try {
    return source.length <= longest && Boolean(new RegExp(source));
  } catch {
    return false;
  }
}
