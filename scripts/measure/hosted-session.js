/** The built page on the demo's server, with a sign-in waiting in it, for measurements. */
import { createHash } from 'node:crypto';
import { startDemo } from '../../demo/server/start-demo.ts';

/** Identifier and password on the first screen, two social buttons, no phone numbers: the page that sizes are compared by. */
const passwordOnly = {
  signIn: {
    methods: [
      { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true },
      { identifier: 'email', password: true, verificationCode: false, isPasswordPrimary: true },
    ],
  },
  signUp: { identifiers: [], password: false, verify: false },
  signInMode: 'SignIn',
  socialSignInConnectorTargets: ['dingtalk', 'alipay'],
};

/**
 * @typedef {object} HostedSession
 * @property {string} origin
 * @property {(browser: import('puppeteer-core').Browser, parameters?: Record<string, string>) => Promise<{ page: import('puppeteer-core').Page, url: string, close: () => Promise<void> }>} arrive
 *   A fresh profile with a cold cache that the app has sent here: it only has to load `url`. `parameters` are the app's.
 * @property {(settings: object) => Promise<void>} set changes settings of the tenant
 * @property {() => Promise<void>} close
 */

/**
 * @param {{ ssr?: boolean, pageDirectory?: string, policy?: 'logto' | 'strict', firstScreen?: 'password' | 'identifier' }} [options] `ssr`: whether the server
 *   puts settings and words into the page; `firstScreen`: whether it asks for the password at once
 * @returns {Promise<HostedSession>}
 */
export async function openHostedSession({ firstScreen = 'password', ...options } = {}) {
  const demo = await startDemo({ port: 0, ...options });
  /** @param {object} settings */
  const set = async (settings) => {
    const answer = await fetch(`${demo.origin}/qa/settings`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ signInExperience: settings }),
    });
    if (!answer.ok) throw new Error(`The demo refused the settings: ${await answer.text()}`);
  };
  if (firstScreen === 'password') await set(passwordOnly);
  return {
    origin: demo.origin,
    set,
    close: () => demo.close(),
    async arrive(browser, parameters = {}) {
      const { url, cookies } = await authorize(demo.origin, parameters);
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await context.setCookie(...cookies);
      return { page, url, close: () => context.close() };
    },
  };
}

/**
 * What the app's redirect leaves in the browser, so that the page alone is measured.
 * @param {string} origin
 * @param {Record<string, string>} parameters
 */
async function authorize(origin, parameters) {
  const query = new URLSearchParams({
    ...parameters,
    client_id: 'demo-app',
    redirect_uri: `${origin}/demo-app/callback`,
    response_type: 'code',
    scope: 'openid',
    code_challenge: createHash('sha256').update('measurement').digest('base64url'),
    code_challenge_method: 'S256',
  });
  const response = await fetch(`${origin}/oidc/auth?${query.toString()}`, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (!location) throw new Error(`The provider did not send the person to the page: ${String(response.status)}`);
  const cookies = response.headers.getSetCookie().map((line) => {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? '/';
    const name = pair.slice(0, pair.indexOf('='));
    return { name, value: pair.slice(name.length + 1), domain: 'localhost', path };
  });
  return { url: new URL(location, origin).href, cookies };
}
