import type { Country } from '../../platform/phone-numbers.ts';
import { parseLanguageTag } from '../../shared/language-tag.ts';

/** A tag that `Intl` accepts: the given one, or English when it is no language tag. */
export function usableLocale(locale: string): string {
  return parseLanguageTag(locale)?.toString() ?? 'en';
}

/** Returns a function that names countries in a language; a country that the platform does not know keeps its code. */
export function countryNames(locale: string): (country: Country) => string {
  const names = new Intl.DisplayNames([usableLocale(locale), 'en'], { type: 'region' });
  return (country) => names.of(country) ?? country;
}

/**
 * The country that is selected at first, guessed from languages.
 *
 * A browser language with a region says most about the person ('en-GB'), as long as it is the language of the page; then the
 * region of the page's language, then where that language is mostly spoken (CLDR likely subtags: 'ar' → EG, never Argentina).
 *
 * @param locale Language of the page, any text.
 * @param languages `navigator.languages`; may contain invalid tags such as 'C'.
 * @param only Countries that can be chosen here; empty: all.
 * @param preferred Fallbacks, best first, for languages that suggest no country.
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
