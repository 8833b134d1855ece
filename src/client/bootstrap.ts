import { acceptLanguage, canonicalTags } from '../shared/language-tag.ts';
import { lazy } from '../shared/lazy.ts';
import { type Dropped, issuesOf, type Report } from '../shared/schema.ts';
import type { Client, ClientOptions } from './request.ts';
import type { Phrases } from './schemas/phrases.ts';
import type { Settings } from './schemas/settings.ts';
import { ssrPhrases, ssrSettings } from './ssr-data.ts';

/** Not needed when the server inlined the data. */
const loadEndpoints = lazy(() => import('./endpoints/well-known.ts'));

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
  /** Absent if phrases could not be loaded; built-in texts are used. */
  readonly phrases?: Phrases;
  /** What was left out, and why. */
  readonly dropped: readonly Dropped[];
}

/**
 * Loads settings and words: those that the server put into the page where they fit the session, the others from the server, at
 * once. A failed request for words never blocks the page.
 * @throws what {@link Client.call} throws, when there are no settings to be had
 */
export async function loadBootstrap(options: BootstrapOptions): Promise<Bootstrap> {
  const { client, ssr, appId, organizationId, languages, signal } = options;
  const dropped: Dropped[] = [];
  const report: Report = (part) => dropped.push(part);
  const asked = canonicalTags((options.uiLocales ?? '').split(/\s+/));
  const call = { signal, report, language: acceptLanguage([...asked, ...languages]) };

  async function fetchSettings(): Promise<Settings> {
    const { getSettings } = await loadEndpoints();
    return client.call(getSettings, { appId, organizationId }, call);
  }

  async function fetchPhrases(): Promise<Phrases | undefined> {
    try {
      const { getPhrases } = await loadEndpoints();
      return await client.call(getPhrases, { lng: asked.join(' ') || undefined }, call);
    } catch (error) {
      if (signal?.aborted) throw error;
      report({ where: 'phrases', issues: issuesOf(error) });
      return undefined;
    }
  }

  const inPage = {
    settings: ssrSettings(ssr, appId, organizationId, report),
    phrases: ssrPhrases(ssr, asked[0], report),
  };
  const [settings, phrases] = await Promise.all([inPage.settings ?? fetchSettings(), inPage.phrases ?? fetchPhrases()]);
  return { settings, ...(phrases && { phrases }), dropped };
}

/**
 * A client that fetches its code with the first call: a page that the server filled needs none to show its first screen.
 * A call rejects with a `ChunkLoadError` where the code cannot be fetched; the next call tries again.
 */
export function lazyClient(options: ClientOptions): Client {
  let client: Client | undefined;
  const load = lazy(() => import('./request.ts'));
  return {
    async call(...call) {
      client ??= (await load()).createClient(options);
      return client.call(...call);
    },
  };
}
