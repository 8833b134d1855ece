import * as z from 'zod/mini';
import { getPhrases, getSettings } from './endpoints/well-known.ts';
import { type Dropped, issuesOf, type Report } from './guard.ts';
import { acceptLanguage, isLanguageTag, isSameLanguage } from './language.ts';
import type { Client } from './request.ts';
import { type Phrases, readPhrases } from './schemas/phrases.ts';
import { readSettings, type Settings } from './schemas/settings.ts';

export interface BootstrapOptions {
  readonly client: Client;
  /** `window.logtoSsr`: data the server put into the page, or the text of its placeholder where it did not. */
  readonly ssr: unknown;
  /** The session's app (`app_id`). */
  readonly appId?: string | undefined;
  /** The session's organization (`organization_id`). */
  readonly organizationId?: string | undefined;
  /** Languages the app asked for (`ui_locales`): tags separated by spaces, the preferred one first. */
  readonly uiLocales?: string | undefined;
  /** The person's languages (`navigator.languages`), the preferred one first. */
  readonly languages: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** What the first screen needs to know. */
export interface Bootstrap {
  readonly settings: Settings;
  /** Absent when the server's words could not be had: the bundled ones do then. */
  readonly phrases?: Phrases;
  /** What was left out, and why. */
  readonly dropped: readonly Dropped[];
}

/**
 * Loads settings and words: those that the server put into the page where they fit the session, the others from the server, at
 * once. Words that cannot be had never fail the page.
 * @throws what {@link Client.call} throws, when there are no settings to be had
 */
export async function loadBootstrap(options: BootstrapOptions): Promise<Bootstrap> {
  const { client, ssr, appId, organizationId, languages, signal } = options;
  const dropped: Dropped[] = [];
  const report: Report = (part) => dropped.push(part);
  const asked = (options.uiLocales ?? '').split(/\s+/).filter(isLanguageTag);
  const call = { signal, report, language: acceptLanguage([...asked, ...languages]) };

  async function fetchPhrases(): Promise<Phrases | undefined> {
    try {
      return await client.call(getPhrases, { lng: asked.join(' ') || undefined }, call);
    } catch (error) {
      if (signal?.aborted) throw error;
      report({ where: 'phrases', issues: issuesOf(error) });
      return undefined;
    }
  }

  const [settings, phrases] = await Promise.all([
    inlinedSettings(ssr, appId, organizationId, report) ?? client.call(getSettings, { appId, organizationId }, call),
    inlinedPhrases(ssr, asked[0], report) ?? fetchPhrases(),
  ]);
  return { settings, ...(phrases && { phrases }), dropped };
}

const settingsPart = z.object({ signInExperience: z.looseObject({ data: z.unknown() }) });

/** They depend on the app and the organization alone, so unlike the stock page's, they serve whatever language was asked for. */
function inlinedSettings(
  ssr: unknown,
  appId: string | undefined,
  organizationId: string | undefined,
  report: Report,
): Settings | undefined {
  const part = z.safeParse(settingsPart, ssr).data?.signInExperience;
  if (!part) return undefined;
  const { data, appId: ssrAppId, organizationId: ssrOrganizationId } = part;
  // An app whose id is the URL of its metadata document has no settings of its own: the server leaves its id out.
  const isLeftOut = !ssrAppId && /^https:\/\//i.test(appId ?? '');
  const fits = (isLeftOut || same(ssrAppId, appId)) && same(ssrOrganizationId, organizationId);
  return fits ? attempt('logtoSsr.signInExperience', () => readSettings(data, report), report) : undefined;
}

const phrasesPart = z.object({ phrases: z.object({ lng: z.string(), data: z.unknown() }) });

/** The server chose their language without looking at `ui_locales`. */
function inlinedPhrases(ssr: unknown, asked: string | undefined, report: Report): Phrases | undefined {
  const part = z.safeParse(phrasesPart, ssr).data?.phrases;
  if (!part || !isLanguageTag(part.lng) || (asked && !isSameLanguage(asked, part.lng))) return undefined;
  const read = (): Phrases => ({ language: part.lng, phrases: readPhrases(part.data, report) });
  return attempt('logtoSsr.phrases', read, report);
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
