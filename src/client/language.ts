import { canonicalTags, parseLanguageTag } from '../shared/language-tag.ts';

/** Whether the text is a BCP 47 tag. A browser may well report something else: WebKitGTK says `C` under a C locale. */
export function isLanguageTag(text: string): boolean {
  return parseLanguageTag(text) !== undefined;
}

/** Whether two tags name the same language, script and region (`zh-cn`, `zh-CN`). */
export function isSameLanguage(one: string, other: string): boolean {
  return parseLanguageTag(one)?.toString() === parseLanguageTag(other)?.toString();
}

/**
 * Value of an `Accept-Language` header (RFC 9110 §12.5.4) in order of preference, `undefined` when no tag is valid.
 * No weights: equal ones keep the order of the list.
 */
export function acceptLanguage(languages: readonly string[]): string | undefined {
  return canonicalTags(languages).join(', ') || undefined;
}

/** More languages than anybody reads. */
const longestList = 50;

/**
 * Language tags in a text, the preferred first: separated by spaces, commas or pluses, with weights, and written as platforms write
 * them: `zh_CN.UTF-8` (POSIX), `zh_CN_#Hans` (Java), `zh-rCN` (Android), `zh-CHS` (.NET). What is no tag is left out.
 */
export function languageTags(text: string): readonly string[] {
  // `Intl` takes its time over each, and a fragment may hold any number of them.
  const tags = text.split(/[\s,+]+/, longestList).flatMap((written) => {
    const tag = written
      .replace(/[.@;].*/, '')
      .replace(/_#?/g, '-')
      .replace(/-r(?=[A-Z]{2}$)/, '-')
      .replace(/-CH([ST])$/i, (_, script: string) => (/s/i.test(script) ? '-Hans' : '-Hant'))
      .replace(/^(\w+)-(\w\w)-(\w{4})$/, '$1-$3-$2');
    return /^posix$/i.test(tag) ? [] : canonicalTags([tag]);
  });
  return [...new Set(tags)];
}
