import type { Country, PhoneNumbers } from '../../platform/phone-numbers.ts';
import { asciiDigits, digitsOf, plainText } from '../../shared/characters.ts';
import { countryNames, usableLocale } from './countries.ts';

export interface CountryEntry {
  readonly country: Country;
  /** In the language of the page. */
  readonly name: string;
  readonly englishName: string;
  /** Without the plus. */
  readonly callingCode: string;
}

/**
 * Every country that can be chosen: preferred ones first, then the others by name, sorted as the language does.
 *
 * @param only Limits the list to these, when not empty.
 */
export function countryEntries(
  phoneNumbers: PhoneNumbers,
  locale: string,
  only: readonly Country[] = [],
  preferred: readonly Country[] = [],
): readonly CountryEntry[] {
  const name = countryNames(locale);
  const englishName = countryNames('en');
  const entries = phoneNumbers
    .countries()
    .filter((country) => only.length === 0 || only.includes(country))
    .map((country) => ({
      country,
      name: name(country),
      englishName: englishName(country),
      callingCode: phoneNumbers.callingCode(country) ?? '',
    }));
  const rank = ({ country }: CountryEntry) => (preferred.includes(country) ? preferred.indexOf(country) : preferred.length);
  const { compare } = new Intl.Collator(usableLocale(locale));
  return entries.sort((a, b) => rank(a) - rank(b) || compare(a.name, b.name));
}

/**
 * Entries that match a query: the beginning of a calling code (`86`, `+86`, `0086`), a part of the name in either language, or the
 * country's two letters. Best match first: an exact code or the beginning of a name before the middle of one.
 */
export function searchCountries(entries: readonly CountryEntry[], query: string): readonly CountryEntry[] {
  const text = asciiDigits(plainText(query));
  if (!text) return entries;
  const digits = digitsOf(text);
  const score = /^[+\d\s]+$/.test(text) ? codeScore(digits.replace(/^0+/, '')) : nameScore(fold(text));
  return entries
    .map((entry) => ({ entry, score: score(entry) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.entry);
}

const codeScore = (code: string) => (entry: CountryEntry) =>
  entry.callingCode === code ? 2 : entry.callingCode.startsWith(code) ? 1 : 0;

const nameScore = (text: string) => (entry: CountryEntry) => {
  if (entry.country.toLowerCase() === text) return 4;
  return Math.max(...[entry.name, entry.englishName].map((name) => position(fold(name), text)));
};

function position(name: string, text: string): number {
  if (name.startsWith(text)) return 3;
  if (name.includes(` ${text}`)) return 2;
  return name.includes(text) ? 1 : 0;
}

/** Lower case without accents, so that 'cote' finds Côte d’Ivoire. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/g, "'").toLowerCase();
