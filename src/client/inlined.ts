import { isLanguageTag, isSameLanguage } from './language.ts';
import { issuesOf } from '../shared/schema.ts';
import type { Report } from '../shared/schema.ts';
import { type Phrases, readPhrases } from './schemas/phrases.ts';
import { readSettings, type Settings } from './schemas/settings.ts';

/** They depend on the app and the organization alone, so unlike the stock page's, they serve whatever language was asked for. */
export function inlinedSettings(
  ssr: unknown,
  appId: string | undefined,
  organizationId: string | undefined,
  report: Report,
): Settings | undefined {
  const part = partOf(ssr, 'signInExperience');
  if (!part) return undefined;
  const { data, appId: ssrAppId, organizationId: ssrOrganizationId } = part;
  // An app whose id is the URL of its metadata document has no settings of its own: the server leaves its id out.
  const isLeftOut = !ssrAppId && /^https:\/\//i.test(appId ?? '');
  const fits = (isLeftOut || same(ssrAppId, appId)) && same(ssrOrganizationId, organizationId);
  return fits ? attempt('logtoSsr.signInExperience', () => readSettings(data, report), report) : undefined;
}

/** The server chose their language without looking at `ui_locales`. */
export function inlinedPhrases(ssr: unknown, asked: string | undefined, report: Report): Phrases | undefined {
  const { lng, data } = partOf(ssr, 'phrases') ?? {};
  if (typeof lng !== 'string' || !isLanguageTag(lng) || (asked && !isSameLanguage(asked, lng))) return undefined;
  const read = (): Phrases => ({ language: lng, phrases: readPhrases(data, report) });
  return attempt('logtoSsr.phrases', read, report);
}

type Part = Readonly<Record<string, unknown>>;

/** A part of what the server put into the page; undefined where it put nothing (then `ssr` is the text of the placeholder). */
function partOf(ssr: unknown, name: string): Part | undefined {
  const part = (ssr as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof part === 'object' && part !== null ? (part as Part) : undefined;
}

function same(one: unknown, other: string | undefined): boolean {
  return (one || undefined) === (other || undefined);
}

/** What is inlined and unusable is reported, and then asked for. */
function attempt<Value>(where: string, read: () => Value, report: Report): Value | undefined {
  try {
    return read();
  } catch (error) {
    report({ where, issues: issuesOf(error) });
    return undefined;
  }
}
