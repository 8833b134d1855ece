import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { createEmailConnector, createSmsConnector } from './connectors/message-connectors.ts';
import { createSocialConnectors } from './connectors/social-connectors.ts';
import { createSsoConnector } from './connectors/sso-connectors.ts';
import { createExperienceApi, type ExperienceApi } from './experience/experience-api.ts';
import { chooseMessageLanguage } from './experience/api-error.ts';
import { requestedLanguages } from './experience/language.ts';
import type { Tenant } from './experience/tenant.ts';
import { redirectFormPost } from './form-post-callback.ts';
import { bind, toNodeListener } from './listen.ts';
import { accountClaims } from './oidc/account-claims.ts';
import { grantConsent } from './oidc/consent.ts';
import { createInteractionStore, findStoredInteraction } from './oidc/interactions.ts';
import { magicLinkDetour } from './oidc/magic-link-detour.ts';
import { createProvider } from './oidc/provider.ts';
import { createOutbox } from './outbox.ts';
import { compress } from './page/compress.ts';
import { createDevFileServer } from './page/dev-file-server.ts';
import { createFileServer, type FileServer } from './page/file-server.ts';
import { createPageServer } from './page/page-server.ts';
import type { PolicyKind } from './page/security-headers.ts';
import type { Outbox } from './ports.ts';
import { createQaApi } from './qa/qa-api.ts';
import { bundleScripts } from './site/bundle-scripts.ts';
import { createSite } from './site/site.ts';
import { createUpstreamAccounts } from './upstreams/accounts.ts';
import { googleCredentialRoutes } from './upstreams/google-credentials.ts';
import { createUpstreams, upstreamHosts } from './upstreams/upstreams.ts';

export interface DemoOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Address to listen at. Loopback unless told, because the QA API knows no authentication. */
  readonly host?: string;
  /** Where people reach it, when that is not this port: the development server in front of it. */
  readonly origin?: string;
  /** The built page; `dist/hosted` unless told. */
  readonly pageDirectory?: string;
  /** Origin of a development server that has the page, instead of a built one. */
  readonly pageDevServer?: string;
  /** Off: the page is served as custom UI assets are, without settings and phrases in the HTML. */
  readonly ssr?: boolean;
  /** `strict` forbids inline scripts and styles that did not come with the document. */
  readonly policy?: PolicyKind;
}

export interface Demo {
  /** Where it all lives, e.g. `http://localhost:4310`. */
  readonly origin: string;
  /** Where browsers meet the stand-ins of DingTalk and Alipay: another site, as in real life. */
  readonly standInOrigin: string;
  readonly outbox: Outbox;
  readonly state: ExperienceApi['state'];
  close(): Promise<void>;
}

/** The page has not been built. */
export class PageMissingError extends Error {
  override readonly name = 'PageMissingError';
}

const defaultPageDirectory = fileURLToPath(new URL('../../dist/hosted', import.meta.url));

/** Whether the page may load scripts of captcha providers or of Google. */
const usesThirdParties = ({ captcha, googleOneTap }: Tenant): boolean => captcha !== null || googleOneTap?.isEnabled === true;

const openBuiltPage = (directory: string): FileServer => {
  if (!existsSync(`${directory}/index.html`)) {
    throw new PageMissingError(`There is no page in ${directory}. Build it first: npm run build`);
  }
  return createFileServer(directory);
};

/**
 * Starts the demo: OIDC provider, Experience API, hosted page, stand-ins and the demo's own pages on one port.
 *
 * Who answers is decided by host, then by path: provider hosts and 127.0.0.1 are the stand-ins; on localhost `/oidc` is the
 * provider, `/api` and `/qa` the APIs, some fixed paths the demo's pages, and everything else the hosted page.
 *
 * @throws PageMissingError when there is no built page; Error with code EADDRINUSE when the port is taken.
 */
export const startDemo = async (options: DemoOptions): Promise<Demo> => {
  const { host = '127.0.0.1', pageDirectory = defaultPageDirectory, pageDevServer, ssr = true } = options;
  const policy = options.policy ?? (pageDevServer === undefined ? 'logto' : 'development');
  const files = pageDevServer === undefined ? openBuiltPage(resolve(pageDirectory)) : createDevFileServer(pageDevServer);

  const server = await bind(options.port, host);
  const origin = options.origin ?? `http://localhost:${String(server.port)}`;
  const standInOrigin = `http://127.0.0.1:${String(server.port)}`;

  const outbox = createOutbox();
  const accounts = createUpstreamAccounts();
  const scripts = await bundleScripts();
  const upstreams = await createUpstreams({
    accounts,
    outbox,
    appOrigin: origin,
    scripts,
    captchaBehaviour: () => api.state.captchaBehaviour,
  });
  const socialConnectors = await createSocialConnectors(accounts, { port: server.port, origin: standInOrigin });
  const messageConnectors = [await createSmsConnector(accounts.aliyunSms, server.port), createEmailConnector(outbox)];

  const { provider, reset: resetProvider } = createProvider({
    origin,
    findClaims: (accountId) => {
      const user = api.state.users.findById(accountId);
      return user && accountClaims(user);
    },
  });
  provider.on('server_error', (_context, error) => console.error(error));

  const interactions = createInteractionStore(provider);
  const api = createExperienceApi({
    interactions,
    socialConnectors: () => socialConnectors,
    ssoConnector: (entry) => createSsoConnector(entry, standInOrigin),
    messageConnectors: () => messageConnectors,
    clock: { now: () => Date.now() },
  });
  const qa = createQaApi({ state: api.state, outbox, onReset: resetProvider });
  qa.route('/qa/google-credentials', googleCredentialRoutes(accounts.google));
  const servePage = createPageServer({
    files,
    policy,
    ssr,
    // The app's universal link, and where the stand-ins of its providers are.
    nativeOptions: () => ({ 'native-callbacks': `${origin}/native-shell/return`, 'provider-hosts': new URL(standInOrigin).host }),
    thirdPartyOrigin: () => (usesThirdParties(api.state.tenant) ? standInOrigin : undefined),
    customCss: () => api.state.tenant.signInExperience.customCss ?? undefined,
    hasSession: async (request) => (await interactions.find(request)) !== undefined,
    unknownSessionAddress: () => api.state.tenant.signInExperience.unknownSessionRedirectUrl ?? '/unknown-session',
    grantConsent: async (request) => {
      const interaction = await findStoredInteraction(provider, request);
      const language = chooseMessageLanguage(requestedLanguages(request));
      return (interaction && magicLinkDetour(interaction, api.state, language)) ?? grantConsent(provider, request);
    },
    readServerData: async (request, context) => {
      const named = new URL(request.url).searchParams.get('lng') ?? undefined;
      const { language, phrases } = api.wellKnown.phrases({ named, detected: requestedLanguages(request) });
      return {
        signInExperience: { ...context, data: api.wellKnown.signInExperience(context) },
        phrases: { lng: language, data: phrases },
      };
    },
  });

  const pages = new Hono();
  pages.route('/', createSite({ state: api.state, standInOrigin, scripts }));
  pages.all('*', (context) => servePage(context.req.raw));

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    // Prefixes without a slash boundary, as the real server reserves them.
    if (pathname.startsWith('/api')) return compress(request, await api.fetch(request));
    if (pathname.startsWith('/qa')) return qa.fetch(request);
    return (await redirectFormPost(request)) ?? pages.fetch(request);
  };

  const isForStandIns = (hostHeader: string | undefined): boolean => {
    const [hostname = ''] = (hostHeader ?? '').split(':');
    return hostname === '127.0.0.1' || upstreamHosts.has(hostname);
  };
  const toStandIns = toNodeListener((request) => upstreams.fetch(request));
  const provide = provider.callback();
  const toProvider: RequestListener = (incoming, outgoing) => {
    void provide(incoming, outgoing);
  };
  const toApp = toNodeListener(answer);

  server.serve((incoming, outgoing) => {
    const url = incoming.url ?? '/';
    const isStandIns = isForStandIns(incoming.headers.host);
    const isProviders = !isStandIns && /^\/oidc(?=[/?]|$)/.test(url);
    // The provider finds its mount path by comparing the two.
    if (isProviders) Object.assign(incoming, { originalUrl: url, url: url.slice('/oidc'.length) || '/' });
    const listener = isStandIns ? toStandIns : isProviders ? toProvider : toApp;
    listener(incoming, outgoing);
  });

  return { origin, standInOrigin, outbox, state: api.state, close: () => server.close() };
};
