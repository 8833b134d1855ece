import * as z from 'zod/mini';
import { isLanguageTag, isSameLanguage } from '../shared/language-tag.ts';
import { issuesOf, object, optional, parsed, parseOr, type Report } from '../shared/schema.ts';
import { type Phrases, readPhrases } from './schemas/phrases.ts';
import { readSettings, type Settings } from './schemas/settings.ts';

/** '' where absent. */
const id = parsed('string', (input) =>
  typeof input === 'string' ? input : input === undefined || input === null ? '' : undefined,
);

/** What the server puts into the page (`window.logtoSsr`); the text of a placeholder where it puts nothing. */
const ssrData = object({
  signInExperience: optional(object({ data: optional(z.unknown()), appId: id, organizationId: id })),
  phrases: optional(object({ data: optional(z.unknown()), lng: z.string() })),
});

/** The settings in the page, where they are of this app and organization: they depend on nothing else, not on the language. */
export function ssrSettings(
  ssr: unknown,
  appId: string | undefined,
  organizationId: string | undefined,
  report: Report,
): Settings | undefined {
  const part = parseOr(ssrData, ssr)?.signInExperience;
  if (!part) return undefined;
  // An app whose id is the URL of its metadata document has no settings of its own: the server leaves its id out.
  const isLeftOut = !part.appId && /^https:\/\//i.test(appId ?? '');
  const fits = (isLeftOut || part.appId === (appId ?? '')) && part.organizationId === (organizationId ?? '');
  return fits ? attempt('logtoSsr.signInExperience', () => readSettings(part.data, report), report) : undefined;
}

/** The phrases in the page, where their language is the one asked for: the server chose it without looking at `ui_locales`. */
export function ssrPhrases(ssr: unknown, asked: string | undefined, report: Report): Phrases | undefined {
  const part = parseOr(ssrData, ssr)?.phrases;
  if (!part || !isLanguageTag(part.lng) || (asked && !isSameLanguage(asked, part.lng))) return undefined;
  const read = (): Phrases => ({ language: part.lng, phrases: readPhrases(part.data, report) });
  return attempt('logtoSsr.phrases', read, report);
}

/** What cannot be used is reported, and the server is asked for it. */
function attempt<Value>(where: string, read: () => Value, report: Report): Value | undefined {
  try {
    return read();
  } catch (error) {
    report({ where, issues: issuesOf(error) });
    return undefined;
  }
}
