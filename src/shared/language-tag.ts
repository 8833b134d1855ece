/** Maximum length of a language tag in characters; RFC 5646 §4.4.1 requires at least 35. */
const longest = 100;

/**
 * A language tag (BCP 47), also in the notation of platforms: `zh_CN`, and of POSIX `zh_CN.UTF-8` and `de_DE@euro`.
 *
 * @returns undefined for what is none: WebKitGTK says `C` under a C locale, and no `Intl` knows `x-…` and `i-…`
 */
export function parseLanguageTag(tag: string): Intl.Locale | undefined {
  if (tag.length > longest) return undefined;
  try {
    return new Intl.Locale(tag.replace(/[.@].*/s, '').replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/** The valid ones of some tags, in the form that `Intl` and HTTP want. */
export const canonicalTags = (tags: readonly string[]): string[] =>
  tags.flatMap((tag) => parseLanguageTag(tag)?.toString() ?? []);

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

/** Maximum number of tags read from one text. */
const longestList = 50;

/**
 * Language tags in a text, the preferred first: separated by spaces, commas or pluses, with weights, and written as platforms write
 * them: `zh_CN.UTF-8` (POSIX), `zh_CN_#Hans` (Java), `zh-rCN` (Android), `zh-CHS` (.NET). What is no tag is left out.
 */
export function languageTags(text: string): readonly string[] {
  // `Intl` is slow, and a fragment may contain any number of tags.
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

/** Languages whose readers can read another one; WebKitGTK does not know that `tl` is `fil` (2026-11). */
const sameReaders: Readonly<Record<string, string>> = { nn: 'nb', no: 'nb', tl: 'fil' };

/**
 * Language and script that a tag stands for (Unicode CLDR likely subtags), '' for what is no tag. Regions are mapped to their script:
 * `zh-SG` is `zh-Hans` like `zh-CN`, `zh-HK` is `zh-Hant` like `zh-TW`. Readers of one Norwegian read the other.
 */
export function languageAndScript(tag: string): string {
  const { language, script } = parseLanguageTag(tag)?.maximize() ?? {};
  return language ? `${sameReaders[language] ?? language}-${script ?? ''}` : '';
}

/** Maximized tag without extensions; `no` becomes `nb`. */
const stated = (locale: Intl.Locale): string => locale.maximize().baseName.replace(/^no-/, 'nb-');

/** Regions whose spelling or script differs from that of the language without a region. */
const other = /^(en-(?!US)|es-(?!ES)|pt-(?!BR)|zh-(?=HK|MO))/;

/**
 * The one of the offered languages that a reader of the wanted one reads best: the same, the same region, a region that writes
 * alike, the language without a region, another region. Never another script.
 *
 * @returns the tag as it was offered, the first of equal ones; undefined where none fits
 */
export function closestLanguage(offered: readonly string[], wanted: string): string | undefined {
  const script = languageAndScript(wanted);
  const asked = parseLanguageTag(wanted);
  const full = asked?.maximize();
  const rank = (tag: string): number => {
    const locale = parseLanguageTag(tag);
    if (!locale || !asked || !full || languageAndScript(tag) !== script) return 0;
    const { language, region } = locale.maximize();
    const writes = other.test(`${language}-${region}`) === other.test(`${full.language}-${full.region}`);
    const equal = [
      !locale.region,
      writes,
      region === full.region,
      stated(locale) === stated(asked),
      locale.baseName === asked.baseName,
    ];
    return equal.reduce((sum, is, index) => sum + (is ? 2 ** index : 0), 1);
  };
  // Sorting is stable. Settings may contain many names, so each is parsed once.
  const ranked = offered.map((tag) => ({ tag, value: rank(tag) })).sort((one, two) => two.value - one.value);
  return ranked[0]?.value ? ranked[0].tag : undefined;
}
