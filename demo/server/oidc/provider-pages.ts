import type { errors, KoaContextWithOIDC } from 'oidc-provider';
import { html, raw } from 'hono/html';
import { document } from '../site/document.ts';

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; frame-ancestors 'self'; base-uri 'none'";

const show = async (context: KoaContextWithOIDC, page: ReturnType<typeof document>): Promise<void> => {
  context.type = 'html';
  context.set('Content-Security-Policy', policy);
  context.body = String(await page);
};

/**
 * Asks before signing out. An app that proves by an ID token that it was signed in is believed at once, as Logto does; whoever
 * comes without one is asked.
 */
export const logoutPage = (context: KoaContextWithOIDC, form: string): Promise<void> =>
  show(
    context,
    document({
      title: 'Sign out',
      className: 'narrow',
      ...(context.oidc.entities.IdTokenHint ? { script: '/demo-assets/sign-out.js' } : {}),
      body: html`<main class="card">
        <h1>Sign out?</h1>
        <p>You will be signed out of the demo in this browser.</p>
        ${raw(form)}
        <div class="actions">
          <button class="primary" form="op.logoutForm" name="logout" value="yes">Sign out</button>
          <button form="op.logoutForm">Stay signed in</button>
        </div>
      </main>`,
    }),
  );

export const signedOutPage = (context: KoaContextWithOIDC): Promise<void> =>
  show(
    context,
    document({
      title: 'Signed out',
      className: 'narrow',
      body: html`<main class="card">
        <h1>You are signed out</h1>
        <p>You can close this page or <a href="/">go back to the demo</a>.</p>
      </main>`,
    }),
  );

/** An authorization request or a session that cannot go on. */
export const errorPage = (
  context: KoaContextWithOIDC,
  out: { readonly error?: string; readonly error_description?: string | undefined },
  _error: errors.OIDCProviderError | Error,
): Promise<void> =>
  show(
    context,
    document({
      title: 'Something went wrong',
      className: 'narrow',
      body: html`<main class="card">
        <h1>This request cannot go on</h1>
        <p role="alert"><code>${out.error}</code> ${out.error_description}</p>
        <p><a href="/demo-app">Start again in the demo app</a></p>
      </main>`,
    }),
  );
