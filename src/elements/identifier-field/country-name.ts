import type { Country } from '../../platform/phone-numbers.ts';

/** A tag that Intl accepts: the given one, or English when it is no language tag. */
export function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Names countries in a language; a country the platform does not know keeps its code. */
export function countryNames(locale: string): (country: Country) => string {
  const names = new Intl.DisplayNames([usableLocale(locale), 'en'], { type: 'region' });
  return (country) => names.of(country) ?? country;
}
