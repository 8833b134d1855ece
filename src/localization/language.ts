import { isBlank } from '../shared/blank.ts';
import { canonicalTags, languageAndScript, parseLanguageTag } from '../shared/language-tag.ts';
import { putWords } from './catalog.ts';
import { locales } from './generated/locales.ts';

/** Texts by id: the server's phrase key (`action.sign_in`), or our own id. */
export type Phrases = Readonly<Record<string, string>>;

export interface LanguageChoice {
  /** BCP 47 tag, built in or not (a tenant may define any). */
  language: string;
  /** The server's phrases in that language. They win over our own words, text by text. */
  phrases?: Phrases | undefined;
}

let active = 'en';
let turn = 0;

/**
 * Switches every element on the page to a language: the server's phrases first, our own words for what they lack, English for
 * what both lack. A phrase that shows nothing counts as missing, since it would leave a control without a name, and so does one of
 * more than 5,000 characters. The last of several calls
 * wins, so wait for the first before rendering. Never rejects: without the file of a locale, phrases and English remain, and the
 * next call tries again.
 */
export async function setLanguage(choice: LanguageChoice): Promise<void> {
  const mine = (turn += 1);
  const [words, own] = await load(choice);
  if (mine !== turn) return;
  active = choice.language;
  putWords(words, own);
}

/** The language the page is shown in, as given to `setLanguage`; `en` before. */
export function currentLanguage(): string {
  return active;
}

/** The first preferred language that we have words for ourselves; for a page whose server gives no phrases. */
export function ownLanguage(preferred: readonly string[]): string {
  return canonicalTags(preferred).find((language) => /^en\b/.test(language) || locales[languageAndScript(language)]) ?? 'en';
}

/** A tag every `Intl` constructor accepts: the language itself, or `en` where `Intl` does not know the form (`x-klingon`). */
export function intlLanguage(language = active): string {
  return parseLanguageTag(language)?.baseName ?? 'en';
}

/** Writing direction of a language, by the script it is written in (stated, or most likely: Unicode CLDR likely subtags). */
export function direction(language = active): 'ltr' | 'rtl' {
  return /-(Adlm|Arab|Aran|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa)$/.test(languageAndScript(language)) ? 'rtl' : 'ltr';
}

/** States the language and its direction on an element: the root element, and `<html>` on a page of our own. */
export function markLanguage(element: Element, language = active): void {
  element.setAttribute('lang', language);
  element.setAttribute('dir', direction(language));
}

async function load({ language, phrases }: LanguageChoice): Promise<[words: Phrases, own: Phrases]> {
  let own: Phrases = {};
  try {
    own = (await locales[languageAndScript(language)]?.())?.templates ?? own;
  } catch {
    // Offline, or a deployment replaced the files.
  }
  return [merge(own, phrases), own];
}

/** The longest phrase that is used, in characters; those of the server have some hundred. */
const longest = 5_000;

function merge(own: Phrases, phrases: Phrases = {}): Record<string, string> {
  const merged = Object.assign(Object.create(null) as Record<string, string>, own);
  for (const [id, text] of Object.entries(phrases)) {
    if (typeof text !== 'string' || text.length > longest || isBlank(text)) continue;
    merged[id] = text;
    // Phrases may list fewer plural categories than the language has: their "other" is better than our English.
    if (!id.endsWith('_other')) continue;
    for (const category of ['zero', 'one', 'two', 'few', 'many']) merged[id.slice(0, -5) + category] ??= text;
  }
  return merged;
}
