import { readCookie, readJsonCookie } from '../oidc/cookies.ts';
import { pageContextCookie } from '../oidc/provider.ts';
import { compress } from './compress.ts';
import type { FileServer } from './file-server.ts';
import { contentSecurityPolicy, securityHeaders, type PolicyKind } from './security-headers.ts';
import { inlineCustomCss, inlineFirstScript, inlineServerData, stateOptions, type ServerData } from './server-data.ts';
import { needsSession } from './session-guard.ts';

/** Set while a native shell is open; names its platform. */
export const nativeShellCookie = 'native_shell';

export interface PageServerOptions {
  readonly files: FileServer;
  readonly policy: PolicyKind;
  /** Whether settings and phrases are inlined. Off: as custom UI assets are served, without any injection. */
  readonly ssr: boolean;
  /** Where the stand-ins of captcha providers and of Google are met; undefined while the page needs none of them. */
  thirdPartyOrigin?(): string | undefined;
  /** What the deployer of a page states for an app with the native SDK: attributes of the page's element. */
  nativeOptions(): Readonly<Record<string, string>>;
  hasSession(request: Request): Promise<boolean>;
  /** The tenant's sheet, which the page also puts in by itself. */
  customCss(): string | undefined;
  unknownSessionAddress(): string;
  /** Grants consent without asking; answers where to go on, or undefined when the page has to ask or to complain. */
  grantConsent(request: Request): Promise<string | undefined>;
  /** Undefined: the data cannot be had, so the page is served without. */
  readServerData(
    request: Request,
    context: { readonly appId?: string; readonly organizationId?: string },
  ): Promise<ServerData | undefined>;
}

const redirect = (location: string): Response => new Response(null, { status: 302, headers: { Location: location } });

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const pageContext = (request: Request) => {
  const { appId, organizationId } = readJsonCookie(request.headers.get('cookie'), pageContextCookie);
  const [app, organization] = [text(appId), text(organizationId)];
  return {
    ...(app === undefined ? {} : { appId: app }),
    ...(organization === undefined ? {} : { organizationId: organization }),
  };
};

const customCssOf = ({ signInExperience }: ServerData): string | undefined =>
  text((signInExperience.data as { customCss?: unknown } | null)?.customCss) || undefined;

/** Serves the hosted page as the real server does: headers, session guard, consent, inlined data, files. */
export const createPageServer = (options: PageServerOptions) => {
  const { files } = options;

  const serveIndex = async (request: Request): Promise<Response> => {
    const headers = new Headers({
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache, no-store, must-revalidate',
    });
    const isPreview = new URL(request.url).searchParams.get('preview') === 'true';
    let index = await files.readIndex();

    const data = options.ssr ? await options.readServerData(request, pageContext(request)) : undefined;
    if (data) {
      index = inlineServerData(index, data);
      headers.set('Content-Language', data.phrases.lng);
      const css = customCssOf(data);
      if (css && !isPreview) index = inlineCustomCss(index, css);
    }
    if (readCookie(request.headers.get('cookie'), nativeShellCookie)) {
      index = inlineFirstScript(index, '/native-shell/sdk.js');
      index = stateOptions(index, options.nativeOptions());
    }

    const thirdParties = options.thirdPartyOrigin?.();
    if (thirdParties) index = inlineFirstScript(index, '/demo-assets/reroute.js', { origin: thirdParties });

    headers.set(
      'Content-Security-Policy',
      contentSecurityPolicy(options.policy, index, { thirdParty: thirdParties, customCss: options.customCss(), isPreview }),
    );
    return compress(request, new Response(index, { headers }));
  };

  const respond = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Method Not Allowed', { status: 405, headers: { Allow: 'GET, HEAD' } });
    }
    if (needsSession(url) && !(await options.hasSession(request))) return redirect(options.unknownSessionAddress());
    if (url.pathname.startsWith('/consent')) {
      const next = await options.grantConsent(request);
      if (next) return redirect(next);
    }
    return files.isIndex(url.pathname) ? serveIndex(request) : files.serveFile(request);
  };

  return async (request: Request): Promise<Response> => {
    const response = await respond(request);
    for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
    response.headers.set('Logto-Static-Package', 'experience');
    return response;
  };
};
