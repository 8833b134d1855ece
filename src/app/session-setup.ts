import { type Bootstrap, loadBootstrap } from '../client/bootstrap.ts';
import { lazyClient } from '../client/lazy-client.ts';
import type { Client } from '../client/request.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { createMemory, type Memory, type Session } from '../flow/memory.ts';
import { openSession, sessionIn } from '../flow/session.ts';
import { currentLanguage, isPseudoLanguage, type LanguageChoice, ownLanguage, setLanguage } from '../localization/language.ts';
import { systemClock } from '../platform/clock.ts';
import { nativeBridge } from '../platform/native-bridge.ts';
import { browserNavigation } from '../platform/browser-navigation.ts';
import type { Navigation } from '../platform/navigation.ts';
import { browserOneTimeCodeReader } from '../platform/browser-one-time-code.ts';
import { randomToken } from '../platform/random.ts';
import type { Storages } from '../platform/storage.ts';
import { browserStorages } from '../platform/browser-storage.ts';

/** What the pre-paint script of the hosted page leaves on `window`, and the app around it. All untrusted. */
interface PageGlobals {
  /** Data the server put into the page, or its placeholder. */
  readonly logtoSsr?: unknown;
  /** Requests that the HTML started, by URL. */
  readonly signInExperiencePreload?: Record<string, Promise<Response> | undefined>;
  readonly logtoNativeSdk?: unknown;
}

export interface SetupOptions {
  readonly routing: 'url' | 'memory';
  /** What attributes say, for `memory` routing. */
  readonly session: Session;
  readonly mayLeave: (url: string) => boolean;
  readonly report: (where: string, issues: unknown) => void;
}

export interface Setup {
  readonly flow: Flow;
  /** The page stands in the web view of an app. */
  readonly inApp: boolean;
}

/** Everything between an empty page and the first step: session, settings, words, flow. @throws what `loadBootstrap` throws */
export async function setUp(options: SetupOptions): Promise<Setup> {
  const globals = window as PageGlobals;
  const { navigation, storages, memory, session } = await openPage(options);
  const client = clientFor(options, memory, session, globals);
  const { appId, organizationId, uiLocales } = session;
  const { languages } = navigator;
  const bootstrap = await loadBootstrap({ client, ssr: globals.logtoSsr, appId, organizationId, uiLocales, languages }).catch(
    async (error: unknown) => {
      // The reason is shown in the person's language, if we speak it.
      await setLanguage({ language: ownLanguage([...tagsIn(uiLocales), ...languages]) });
      throw error;
    },
  );
  for (const { where, issues } of bootstrap.dropped) options.report(where, issues);
  await setLanguage(languageOf(bootstrap, session));
  const native = nativeBridge(globals.logtoNativeSdk);
  const flow = createFlow({
    client,
    memory,
    storages,
    navigation,
    randomToken,
    settings: bootstrap.settings,
    clock: systemClock,
    native,
    oneTimeCode: browserOneTimeCodeReader(),
    mayLeave: options.mayLeave,
    reportBug: (error) => console.error(error),
  });
  return { flow, inApp: native !== undefined };
}

/** Where the page stands and what it remembers. */
interface Page {
  readonly navigation: Navigation;
  readonly storages: Storages;
  readonly memory: Memory;
  readonly session: Session;
}

async function openPage({ routing, session }: SetupOptions): Promise<Page> {
  const storages = browserStorages();
  const memory = createMemory(storages);
  if (routing === 'url') {
    const navigation = browserNavigation();
    return { navigation, storages, memory, session: openSession(navigation, memory) };
  }
  const { memoryNavigation } = await import('../platform/memory-navigation.ts');
  const leave = (url: string, how: 'assign' | 'replace') => location[how](url);
  // What no attribute says may stand in the address of the page around.
  const { appId, organizationId, uiLocales } = sessionIn(location.search, document.referrer);
  const stated = { appId: session.appId ?? appId, organizationId: session.organizationId ?? organizationId };
  const full: Session = { ...stated, uiLocales: session.uiLocales ?? uiLocales };
  memory.rememberSession(full);
  return { navigation: memoryNavigation({ origin: location.origin, leave }), storages, memory, session: full };
}

function clientFor(
  { report }: SetupOptions,
  memory: Memory,
  session: Session,
  { signInExperiencePreload = {} }: PageGlobals,
): Client {
  return lazyClient({
    // Asked at each call: a provider's callback may restore what an in-app browser forgot.
    appId: () => memory.session().appId ?? session.appId,
    language: currentLanguage,
    report: ({ where, issues }) => report(where, issues),
    preloaded(url) {
      const response = signInExperiencePreload[url];
      // A response can be read once.
      delete signInExperiencePreload[url];
      return response;
    },
  });
}

/** The language of the server's words; without those, the first that was asked for and that we have words of our own in. */
function languageOf({ phrases, settings }: Bootstrap, { uiLocales }: Session): LanguageChoice {
  const asked = tagsIn(uiLocales);
  const [first = ''] = asked;
  if (isPseudoLanguage(first)) return { ...phrases, language: first };
  if (phrases) return phrases;
  const { autoDetect, fallbackLanguage } = settings.languageInfo;
  return { language: ownLanguage([...asked, ...(autoDetect ? navigator.languages : []), fallbackLanguage]) };
}

const tagsIn = (uiLocales = ''): readonly string[] => uiLocales.split(/\s+/).filter(Boolean);
