import { Hono } from 'hono';
import type { CaptchaBehaviour } from '../experience/captcha-tokens.ts';

/** Bundled scripts of the stand-ins by file name. */
export type Scripts = ReadonlyMap<string, string>;

const captchaScripts: Readonly<Record<string, string>> = {
  '/challenges.cloudflare.com/turnstile/v0/api.js': 'turnstile.js',
  '/www.google.com/recaptcha/enterprise.js': 'recaptcha.js',
  '/recaptcha.net/recaptcha/enterprise.js': 'recaptcha.js',
};

const otherScripts: Readonly<Record<string, string>> = {
  '/accounts.google.com/gsi/client': 'google-one-tap.js',
  '/demo-assets/google-select.js': 'google-select.js',
};

const givenUp = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });

/** The scripts that the page loads from others. Those of captchas can be told to misbehave. */
export const createThirdPartyScripts = (scripts: Scripts, captchaBehaviour: () => CaptchaBehaviour) => {
  const app = new Hono();
  const answer = (name: string, prefix = ''): Response =>
    new Response(prefix + (scripts.get(name) ?? ''), {
      headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' },
    });

  for (const [path, name] of Object.entries(captchaScripts)) {
    app.get(path, async (context) => {
      const behaviour = captchaBehaviour();
      if (behaviour === 'blocked') return Response.error();
      if (behaviour === 'hang') await givenUp(context.req.raw.signal);
      return answer(name, `window.captchaStandIn = ${JSON.stringify(behaviour)};\n`);
    });
  }
  for (const [path, name] of Object.entries(otherScripts)) app.get(path, () => answer(name));
  return app;
};
