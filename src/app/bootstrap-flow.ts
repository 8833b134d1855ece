import { type Bootstrap, lazyClient, loadBootstrap } from '../client/bootstrap.ts';
import type { Settings } from '../client/index.ts';
import type { Client } from '../client/request.ts';
import { createFlow } from '../flow/flow.ts';
import type { Flow, FlowOptions } from '../flow/flow-api.ts';
import { createMemory, type Memory, openSession, type Session } from '../flow/memory.ts';
import { currentLanguage, type LanguageChoice, ownLanguage, setLanguage } from '../localization/language.ts';
import {
  browserCookie,
  browserNavigation,
  browserOneTimeCodeReader,
  browserStorages,
  randomToken,
  systemClock,
} from '../platform/browser.ts';
import type { onNativeMessage } from '../platform/native-bridge.ts';
import { lazy } from '../shared/lazy.ts';
import { needsPageStyles, pageStyles } from './apply-branding.ts';
import type { Page } from './embedded-page.ts';

export const loadThirdParties = lazy(() => import('./third-parties.ts'));
const loadEmbeddedPage = lazy(() => import('./embedded-page.ts'));
const loadNativeBridge = lazy(() => import('../platform/native-bridge.ts'));

/** Values that the inline script of the hosted page and a native app leave on `window`. All untrusted. */
interface PageGlobals {
  /** Data the server put into the page, or its placeholder. */
  readonly logtoSsr?: unknown;
  /** Requests that the HTML has started, by URL. */
  readonly signInExperiencePreload?: Record<string, Promise<Response> | undefined>;
  readonly logtoNativeSdk?: unknown;
}

/**
 * An own property of `window`. Frames and elements of a page are found by their names on `window`, too, but never as its own
 * properties (https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object).
 */
const pageGlobal = <Name extends keyof PageGlobals>(name: Name): PageGlobals[Name] | undefined =>
  Object.hasOwn(window, name) ? (window as PageGlobals)[name] : undefined;

export interface BootstrapFlowOptions {
  /** Root element: captchas render inside; its attributes are options. */
  readonly host: HTMLElement;
  readonly routing: 'url' | 'memory';
  /** Session of the attributes, for `memory` routing. */
  readonly session: Session;
  readonly mayLeave: (url: string) => boolean;
  readonly loadScreen: NonNullable<FlowOptions['loadScreen']>;
  readonly report: (where: string, issues: unknown) => void;
}

export interface BootstrappedFlow {
  readonly flow: Flow;
  /** Set in the web view of a native app. */
  readonly onNativeMessage?: typeof onNativeMessage | undefined;
}

/** Loads session, settings and phrases and creates the flow. @throws what `loadBootstrap` throws */
export async function bootstrapFlow(options: BootstrapFlowOptions): Promise<BootstrappedFlow> {
  const [app, { navigation, storages, memory, session }] = await Promise.all([
    nativeApp(pageGlobal('logtoNativeSdk')),
    openPage(options),
  ]);
  const client = clientFor(options, memory, session);
  const { appId, organizationId, uiLocales } = session;
  const { languages } = navigator;
  const ssr = pageGlobal('logtoSsr');
  const bootstrap = await loadBootstrap({ client, ssr, appId, organizationId, uiLocales, languages }).catch(
    async (error: unknown) => {
      // The error is shown in the person's language if we have it.
      await setLanguage({ language: ownLanguage([...tagsIn(uiLocales), ...languages]) });
      throw error;
    },
  );
  for (const { where, issues } of bootstrap.dropped) options.report(where, issues);
  await Promise.all([setLanguage(languageOf(bootstrap, session)), stylesFor(bootstrap.settings, options.routing === 'url')]);
  const flow = createFlow({
    client,
    memory,
    storages,
    navigation,
    randomToken,
    settings: bootstrap.settings,
    clock: systemClock,
    native: app?.native,
    oneTimeCode: browserOneTimeCodeReader(),
    cookie: browserCookie,
    solveCaptcha: captchaFor(bootstrap.settings, options.host),
    mayLeave: options.mayLeave,
    loadScreen: options.loadScreen,
    pageOption: (name) => options.host.getAttribute(name),
    // Since Chromium 69, Firefox 96 and Safari 15.4, in secure contexts (MDN, 2026-11).
    exclusively: (name, run) => (navigator.locks as LockManager | undefined)?.request(name, run) ?? run(),
    reportBug: (error) => console.error(error),
  });
  return { flow, onNativeMessage: app?.onNativeMessage };
}

/** Loaded on demand: few tenants use a captcha. */
function captchaFor(settings: Settings, host: HTMLElement): FlowOptions['solveCaptcha'] {
  if (!settings.captchaPolicy.enabled) return undefined;
  return async (signal) => (await loadThirdParties()).solveCaptcha(host, settings, signal);
}

/** The native app whose web view this is. */
async function nativeApp(sdk: unknown) {
  if (!sdk) return undefined;
  const { nativeBridge, onNativeMessage } = await loadNativeBridge();
  const native = nativeBridge(sdk);
  return native && { native, onNativeMessage };
}

/** Not awaited where the server has put the tenant's CSS into the page. */
function stylesFor(settings: Settings, hosted: boolean): unknown {
  return needsPageStyles(settings, hosted) && !document.querySelector('style[data-custom-css]') && pageStyles.optional();
}

async function openPage({ routing, session }: BootstrapFlowOptions): Promise<Page> {
  if (routing === 'memory') return (await loadEmbeddedPage()).openEmbeddedPage(session);
  const storages = browserStorages();
  const memory = createMemory(storages);
  const navigation = browserNavigation();
  return { navigation, storages, memory, session: openSession(navigation, memory) };
}

function clientFor({ report }: BootstrapFlowOptions, memory: Memory, session: Session): Client {
  const preloads = pageGlobal('signInExperiencePreload') ?? {};
  return lazyClient({
    // Read at each call: a provider's callback may restore what an in-app browser lost.
    appId: () => memory.session().appId ?? session.appId,
    language: currentLanguage,
    report: ({ where, issues }) => report(where, issues),
    preloaded(url) {
      const response = preloads[url];
      // A response can be read once.
      delete preloads[url];
      return response;
    },
  });
}

/** Language of the server's phrases; without phrases, the first requested language that we have translations for. */
function languageOf({ phrases, settings }: Bootstrap, { uiLocales }: Session): LanguageChoice {
  if (phrases) return phrases;
  const { autoDetect, fallbackLanguage } = settings.languageInfo;
  return { language: ownLanguage([...tagsIn(uiLocales), ...(autoDetect ? navigator.languages : []), fallbackLanguage]) };
}

const tagsIn = (uiLocales = ''): readonly string[] => uiLocales.split(/\s+/).filter(Boolean);
