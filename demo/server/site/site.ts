import { Hono } from 'hono';
import type { ExperienceState } from '../experience/state.ts';
import { nativeShellCookie } from '../page/page-server.ts';
import { createSiteAssets } from './assets.ts';
import { demoAppPage } from './demo-app-page.ts';
import { inboxPage } from './inbox-page.ts';
import { landingPage } from './landing-page.ts';
import { isPlatform, nativeCallbackPage, nativeReturnPage, nativeShellPage } from './native-shell-pages.ts';

/** The demo's own pages: landing page, inbox, demo app, native shells. */
export const createSite = ({
  state,
  standInOrigin,
  scripts,
}: {
  readonly state: ExperienceState;
  readonly standInOrigin: string;
  /** By file name. */
  readonly scripts: ReadonlyMap<string, string>;
}): Hono => {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `frame-src 'self' ${standInOrigin}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
  const app = new Hono();

  for (const path of ['/', '/inbox', '/demo-app', '/demo-app/*', '/native-shell', '/native-shell/*', '/demo-assets/*']) {
    app.use(path, async (context, next) => {
      await next();
      context.header('Content-Security-Policy', policy);
      context.header('X-Content-Type-Options', 'nosniff');
      context.header('Cache-Control', 'no-cache');
    });
  }

  app.get('/', (context) => context.html(landingPage(state, standInOrigin)));
  app.get('/inbox', (context) => context.html(inboxPage()));
  app.get('/demo-app', (context) => context.html(demoAppPage()));
  app.get('/demo-app/callback', (context) => context.html(demoAppPage()));

  app.get('/native-shell', (context) => {
    const asked = context.req.query('platform');
    const platform = isPlatform(asked) ? asked : 'ios';
    context.header('Set-Cookie', `${nativeShellCookie}=${platform}; Path=/; SameSite=Lax; HttpOnly`);
    return context.html(nativeShellPage(platform, standInOrigin));
  });
  app.get('/native-shell/callback', (context) => context.html(nativeCallbackPage()));
  app.get('/native-shell/return', (context) => context.html(nativeReturnPage()));

  const script = (name: string) => scripts.get(`${name}.js`);
  const scriptHeaders = { 'Content-Type': 'text/javascript; charset=utf-8' };
  app.get('/native-shell/sdk.js', (context) => context.body(script('native-sdk') ?? '', 200, scriptHeaders));
  app.route('/demo-assets', createSiteAssets());
  app.get('/demo-assets/uploads/:name', (context) => {
    const asset = state.assets.find(context.req.param('name'));
    return asset ? context.body(asset.bytes, 200, { 'Content-Type': asset.type }) : context.notFound();
  });
  app.get('/demo-assets/:name{.+\\.js}', (context) => {
    const text = scripts.get(context.req.param('name'));
    return text === undefined ? context.notFound() : context.body(text, 200, scriptHeaders);
  });
  return app;
};
