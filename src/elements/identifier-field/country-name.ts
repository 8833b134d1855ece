import type { Country } from '../../platform/phone-numbers.ts';
import { parseLanguageTag } from '../../shared/language-tag.ts';

/** A tag that Intl accepts: the given one, or English when it is no language tag. */
export function usableLocale(locale: string): string {
  return parseLanguageTag(locale)?.toString() ?? 'en';
}

/** Names countries in a language; a country the platform does not know keeps its code. */
export function countryNames(locale: string): (country: Country) => string {
  const names = new Intl.DisplayNames([usableLocale(locale), 'en'], { type: 'region' });
  return (country) => names.of(country) ?? country;
}
