import { parseWebUrl } from '../shared/web-address.ts';

/** Scripts of others that the page may run, by origin and path; a query is the caller's. */
const allowed: readonly string[] = [
  'https://challenges.cloudflare.com/turnstile/v0/api.js',
  'https://www.google.com/recaptcha/enterprise.js',
  'https://recaptcha.net/recaptcha/enterprise.js',
  'https://accounts.google.com/gsi/client',
];

/**
 * The address of one of the scripts that the page may run, as it was parsed.
 * @throws TypeError for every other address, relative ones included
 */
export function scriptUrl(text: string): string {
  const url = parseWebUrl(text);
  if (!url || !allowed.includes(url.origin + url.pathname)) throw new TypeError(`Not a script of this page: ${text}`);
  url.hash = '';
  return url.href;
}

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}

/** Where every copy of this module in a document finds the policy of the first one. */
const shared = Symbol.for('sign-in-experience.script-policy');

/**
 * The Trusted Types policy (https://developer.mozilla.org/en-US/docs/Web/API/Trusted_Types_API). A policy's name can be taken once in a
 * document unless the page's CSP says 'allow-duplicates'; two copies of this module, which pages with two versions have, share
 * one. Other scripts of the page that find it can only make the addresses above with it.
 */
function policy(): ScriptPolicy | undefined {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  const known = (document as { [shared]?: ScriptPolicy })[shared];
  if (known ?? !trustedTypes) return known;
  try {
    const value = trustedTypes.createPolicy('sign-in-experience', { createScriptURL: scriptUrl });
    Object.defineProperty(document, shared, { value });
    return value;
  } catch {
    // The page's CSP does not name it. Where it also requires one, the browser refuses the script.
    return undefined;
  }
}

/**
 * What may be given to `src` of a script element: a `TrustedScriptURL` where the browser has Trusted Types, else the text.
 * @throws TypeError when the page may not run that script
 */
export function trustedScriptUrl(text: string): string {
  const url = scriptUrl(text);
  const trusted = policy()?.createScriptURL(url);
  return String(trusted) === url ? (trusted as string) : url;
}
