import { configureLocalization, msg as localize } from '@lit/localize';
import { isBlank } from '../shared/characters.ts';
import { canonicalTags, languageAndScript, parseLanguageTag } from '../shared/language-tag.ts';
import { locales } from './generated/locales.ts';

/** Texts by id: the server's phrase key (`action.sign_in`), or our own id. */
export type Phrases = Readonly<Record<string, string>>;

export interface LanguageChoice {
  /** BCP 47 tag, built in or not (a tenant may define any). */
  language: string;
  /** The server's phrases in that language. They replace our own texts, id by id. */
  phrases?: Phrases | undefined;
}

/** A choice and what belongs to it once it is loaded. */
interface Loaded extends LanguageChoice {
  /** Our own texts in this language. */
  translations: Phrases;
  /** Our own text for each text that `msg` returned. */
  readonly ownTexts: Map<string, string>;
}

/**
 * The locales as @lit/localize knows them. It takes the list once and ignores a call for the locale that is active, but a tenant
 * may define any language, and the live preview changes the phrases of the language it shows. So these private tags (BCP 47, `x-`)
 * are used in turn: one is active, one may be loading, one is free for the next choice.
 */
const tags = ['x-page-1', 'x-page-2', 'x-page-3'] as const;
const choices = new Map<string, Loaded>();
let requested: string | undefined;

const { getLocale, setLocale } = configureLocalization({
  // English is what `msg` is called with. It is shown until the first choice is loaded, and for texts that a choice lacks.
  sourceLocale: 'en',
  targetLocales: tags,
  async loadLocale(tag) {
    const choice = choices.get(tag);
    if (!choice) return { templates: {} };
    try {
      choice.translations = (await locales[languageAndScript(choice.language)]?.())?.templates ?? {};
    } catch {
      // Offline, or a deployment replaced the files.
    }
    return { templates: merge(choice) };
  },
});

/**
 * Switches every element on the page to a language: the server's phrases first, our own translation for those that are missing, English
 * for what neither has. A blank phrase counts as missing, since it would leave a control without a name, and so does one of more than
 * 5,000 characters. The last of several calls wins, and all of them resolve when it is shown. Never rejects: if the file of a
 * locale cannot be loaded, phrases and English are shown, and the next call tries again.
 */
export function setLanguage(choice: LanguageChoice): Promise<void> {
  const tag = tags.find((one) => one !== requested && one !== getLocale()) ?? tags[0];
  choices.set(tag, { ...choice, translations: {}, ownTexts: new Map() });
  requested = tag;
  return setLocale(tag);
}

/** The language the page is shown in, as given to `setLanguage`; `en` before. */
export function currentLanguage(): string {
  return choices.get(getLocale())?.language ?? 'en';
}

/** The part of `msg` that is used here. */
type Message = (text: string, options: { readonly id: string }) => string;

/**
 * A text in the language of the page; both arguments are literals. This is `msg` of @lit/localize, which also remembers our own text
 * for `ownText`. The tools find calls by the type, which is why this function has it and the call inside it has not.
 */
export const msg = ((text, options) => {
  const phrase = (localize as Message)(text, options);
  const { ownTexts, translations } = choices.get(getLocale()) ?? {};
  ownTexts?.set(phrase, translations?.[options.id] ?? text);
  return phrase;
}) as Message & Pick<typeof localize, '_LIT_LOCALIZE_MSG_'>;

/** Our own text for a phrase that `msg` returned, for phrases of which nothing visible is left once they are interpolated. */
export const ownText = (phrase: string): string => choices.get(getLocale())?.ownTexts.get(phrase) ?? phrase;

/** The first preferred language that we have texts in ourselves, for a page whose server gives no phrases; `en` if there is none. */
export function ownLanguage(preferred: readonly string[]): string {
  return canonicalTags(preferred).find((language) => /^en\b/.test(language) || locales[languageAndScript(language)]) ?? 'en';
}

/** A tag every `Intl` constructor accepts: the language itself, or `en` where `Intl` does not know the form (`x-klingon`). */
export function intlLanguage(language = currentLanguage()): string {
  return parseLanguageTag(language)?.baseName ?? 'en';
}

/** Writing direction of a language, by its script: the one in the tag, else the most likely (Unicode CLDR likely subtags). */
export function direction(language = currentLanguage()): 'ltr' | 'rtl' {
  return /-(Adlm|Arab|Aran|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa)$/.test(languageAndScript(language)) ? 'rtl' : 'ltr';
}

/** States the language and its direction on an element: the root element, and `<html>` on a page of our own. */
export function markLanguage(element: Element, language = currentLanguage()): void {
  element.setAttribute('lang', language);
  element.setAttribute('dir', direction(language));
}

/** The longest phrase that is used, in characters; the server's own have a few hundred at most. */
const longest = 5_000;

/** The server's phrases over our own texts. Without a prototype, since @lit/localize looks up any id. */
function merge({ translations, phrases = {} }: Loaded): Record<string, string> {
  const merged = Object.assign(Object.create(null) as Record<string, string>, translations);
  for (const [id, text] of Object.entries(phrases)) {
    if (typeof text !== 'string' || text.length > longest || isBlank(text)) continue;
    merged[id] = text;
    // Phrases may have fewer plural categories than the language: their "other" is better than our English.
    if (!id.endsWith('_other')) continue;
    for (const category of ['zero', 'one', 'two', 'few', 'many']) merged[id.slice(0, -5) + category] ??= text;
  }
  return merged;
}
