import { parseWebUrl } from '../shared/web-address.ts';
import { withTimeout } from '../shared/with-timeout.ts';
import { trustedScriptUrl } from './script-policy.ts';

/** How often a script was given up before it came, by its address. */
const givenUp = new Map<string, number>();

export interface ScriptOptions {
  /** Of a script that `script-policy.ts` names. */
  readonly url: string;
  /** Of the page's Content-Security-Policy. */
  readonly nonce?: string | undefined;
  /** Gives the script up. */
  readonly signal: AbortSignal;
  /** Milliseconds the script may take, being ready included: a blocked network often answers nothing at all. @default 8000 */
  readonly timeout?: number | undefined;
  /** Called when the script ran, for one that has to load more: it counts as loaded when the promise resolves. */
  readonly ready?: () => Promise<void>;
}

/**
 * Runs a classic script of another origin and answers its element. What did not come leaves no element behind, so that the next
 * call loads it anew.
 * @throws the signal's reason, a TypeError for a script that the page may not run, or whatever says that it cannot be had
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
 * Taking a script element out does not end its request, and Chromium lets another request for the same address wait for it
 * (seen in Chromium 156, November 2026). So each try has an address of its own; providers ignore parameters they do not know.
 */
function addressOf(url: string): string {
  const tries = givenUp.get(url);
  const address = parseWebUrl(url);
  if (!tries || !address) return url;
  address.searchParams.set('try', String(tries + 1));
  return address.href;
}
