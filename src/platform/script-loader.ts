import { parseWebUrl } from '../shared/web-address.ts';
import { withTimeout } from '../shared/with-timeout.ts';

/** How often loading a script was given up, by its address. */
const givenUp = new Map<string, number>();

export interface ScriptOptions {
  /** Of one of the allowed scripts below. */
  readonly url: string;
  /** Of the page's Content-Security-Policy. */
  readonly nonce?: string | undefined;
  /** Stops loading. */
  readonly signal: AbortSignal;
  /** Milliseconds the script may take, being ready included: a blocked network often answers nothing at all. @default 8000 */
  readonly timeout?: number | undefined;
  /** Called when the script ran, for one that has to load more: it counts as loaded when the promise resolves. */
  readonly ready?: () => Promise<void>;
}

/**
 * Runs a classic script of another origin and returns its element. If it fails, the element is removed, so that the next call
 * loads it again.
 * @throws the signal's reason, a TypeError for a script that is not allowed, or an error of the request
 */
export async function loadScript({ url, nonce, signal, timeout = 8_000, ready }: ScriptOptions): Promise<HTMLScriptElement> {
  const address = trustedScriptUrl(addressOf(url));
  const script = document.createElement('script');
  const ran = new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`No script: ${url}`)));
  });
  script.async = true;
  script.src = address;
  if (nonce) script.nonce = nonce;
  document.head.append(script);
  try {
    await withTimeout({ signal, timeout }, () => ran.then(ready));
    return script;
  } catch (error) {
    script.remove();
    if (!signal.aborted) givenUp.set(url, (givenUp.get(url) ?? 0) + 1);
    throw error;
  }
}

/**
 * Removing a script element does not abort its request, and Chromium delays another request for the same address until it ends
 * (seen in Chromium 156, November 2026). So each attempt has an address of its own; providers ignore parameters they do not know.
 */
function addressOf(url: string): string {
  const tries = givenUp.get(url);
  const address = parseWebUrl(url);
  if (!tries || !address) return url;
  address.searchParams.set('try', String(tries + 1));
  return address.href;
}

/** Allowed third-party scripts, by origin and path; the caller may add a query. */
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
