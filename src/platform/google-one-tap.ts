import type { GoogleOneTap } from '../client/schemas/third-parties.ts';
import { loadScript } from './script-loader.ts';

export interface OneTapOptions {
  readonly settings: GoogleOneTap;
  /** What the person is about to do; selects the text of the prompt. */
  readonly context: 'signin' | 'signup';
  /** Origin that Google posts the credential to, at `/callback/<connectorId>`. */
  readonly origin: string;
  /** Of the page's Content-Security-Policy. */
  readonly nonce?: string | undefined;
  /** Removes the prompt. */
  readonly signal: AbortSignal;
}

interface GoogleAccounts {
  readonly google?: { readonly accounts?: { readonly id?: { cancel?: () => void } } };
}

/**
 * Lets Google offer the account that the browser is signed in with (HTML API,
 * https://developers.google.com/identity/gsi/web/reference/html-reference). Google leaves the page with a POST when the person
 * accepts. Never rejects: where Google cannot be reached the page works without it.
 */
export async function showOneTap({ settings, context, origin, nonce, signal }: OneTapOptions): Promise<void> {
  if (signal.aborted) return;
  const { clientId, connectorId, autoSelect, closeOnTapOutside, itpSupport } = settings;
  const data = {
    client_id: clientId,
    context,
    login_uri: `${origin}/callback/${encodeURIComponent(connectorId)}`,
    auto_select: autoSelect,
    cancel_on_tap_outside: closeOnTapOutside,
    itp_support: itpSupport,
  };
  const element = document.createElement('div');
  element.id = 'g_id_onload';
  for (const [name, value] of Object.entries(data)) element.setAttribute(`data-${name}`, String(value));
  document.body.append(element);
  signal.addEventListener('abort', () => element.remove());
  try {
    const script = await loadScript({ url: 'https://accounts.google.com/gsi/client', nonce, signal });
    signal.addEventListener('abort', () => {
      script.remove();
      (window as GoogleAccounts).google?.accounts?.id?.cancel?.();
    });
  } catch {
    element.remove();
  }
}
