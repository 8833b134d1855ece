import type { Country } from '../../platform/phone-numbers.ts';
import { parseLanguageTag } from '../../shared/language-tag.ts';

/**
 * The country whose numbers need no prefix, guessed from languages.
 *
 * A browser language with a region tells most about the person ('en-GB'), as long as it is the language of the page; then the
 * region of the page's language, then where that language is mostly spoken (CLDR likely subtags: 'ar' → EG, never Argentina).
 *
 * @param locale Language of the page, any text.
 * @param languages `navigator.languages`; may hold what is no language tag at all, such as 'C'.
 * @param only Countries that can be chosen here; empty: all.
 * @param preferred Fallbacks, best first, where the languages say nothing.
 */
export function defaultCountry(
  locale: string,
  languages: readonly string[],
  only: readonly Country[] = [],
  preferred: readonly Country[] = [],
): Country {
  const page = parseLanguageTag(locale);
  const sameLanguage = languages.map(parseLanguageTag).filter((tag) => tag && (!page || tag.language === page.language));
  const candidates = [...sameLanguage.map((tag) => tag?.region), page?.region, page?.maximize().region];
  const isPossible = (country: Country) => only.length === 0 || only.includes(country);
  const regions = candidates.filter((region) => region !== undefined).filter((region) => /^[A-Z]{2}$/.test(region));
  return [...regions, ...preferred, ...only, 'US'].find(isPossible) ?? 'US';
}
