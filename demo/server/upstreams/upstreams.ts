import { Hono } from 'hono';
import { companies } from '../experience/companies.ts';
import type { Outbox } from '../ports.ts';
import { createSiteAssets } from '../site/assets.ts';
import type { UpstreamAccounts } from './accounts.ts';
import { createAliyunSms } from './aliyun-sms.ts';
import { createAlipay } from './alipay.ts';
import type { CaptchaBehaviour } from '../experience/captcha-tokens.ts';
import { createThirdPartyScripts, type Scripts } from './third-party-scripts.ts';
import { createDingtalk } from './dingtalk.ts';
import { createGoogle } from './google.ts';
import { createIdentityProvider } from './identity-provider.ts';

/** Hosts that connectors call and for which the stand-ins answer. */
export const upstreamHosts: ReadonlySet<string> = new Set([
  'api.dingtalk.com',
  'login.dingtalk.com',
  'openapi.alipay.com',
  'openauth.alipay.com',
  'dysmsapi.aliyuncs.com',
  'accounts.google.com',
  'oauth2.googleapis.com',
  ...Object.values(companies).map(({ host }) => host),
]);

/**
 * All stand-ins behind one handler. Addresses are `/<host><path>` of the real ones, so `https://login.dingtalk.com/oauth2/auth`
 * is answered at `/login.dingtalk.com/oauth2/auth`; a request which names an upstream host is answered by that name.
 */
export const createUpstreams = async ({
  accounts,
  outbox,
  appOrigin,
  scripts = new Map(),
  captchaBehaviour = () => 'ask',
}: {
  readonly accounts: UpstreamAccounts;
  readonly outbox: Outbox;
  /** Origin whose callback addresses are registered at the providers, and which may frame their pages. */
  readonly appOrigin: string;
  /** What the page loads from captcha providers and from Google. */
  readonly scripts?: Scripts;
  readonly captchaBehaviour?: () => CaptchaBehaviour;
}) => {
  const isRegisteredRedirect = (address: string): boolean =>
    [`${appOrigin}/callback/`, `${appOrigin}/native-shell/`].some((prefix) => address.startsWith(prefix));

  const app = new Hono({
    getPath: (request) => {
      const { hostname, pathname } = new URL(request.url);
      return upstreamHosts.has(hostname) ? `/${hostname}${pathname}` : pathname;
    },
  });
  // Before the headers, which a broken connection cannot have.
  app.route('/', createThirdPartyScripts(scripts, captchaBehaviour));
  app.use(async (context, next) => {
    await next();
    // form-action has to name the app: browsers apply it to the redirect that follows the form as well.
    context.header(
      'Content-Security-Policy',
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self' ${appOrigin}; frame-ancestors 'self' ${appOrigin}; base-uri 'none'`,
    );
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cache-Control', 'no-store');
  });
  app.route('/demo-assets', createSiteAssets());
  app.route('/', createDingtalk(accounts.dingtalk, isRegisteredRedirect));
  app.route('/', createAlipay(accounts.alipay, isRegisteredRedirect));
  app.route('/', createAliyunSms(accounts.aliyunSms, outbox));
  app.route('/', createGoogle(accounts.google, { appOrigin, isRegisteredRedirect }));
  for (const company of Object.values(companies)) {
    app.route('/', await createIdentityProvider(company, { appOrigin, isRegisteredRedirect }));
  }
  // The demo itself lives at its own origin, whose name cookies and passkeys are bound to.
  app.get('/', (context) => context.redirect(appOrigin));
  return app;
};
