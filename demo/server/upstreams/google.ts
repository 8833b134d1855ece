import { SignJWT } from 'jose';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { document } from '../site/document.ts';
import type { UpstreamAccounts } from './accounts.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { createOneTimeValues } from './one-time-values.ts';
import { findPerson, type Person } from './people.ts';

const provider = 'Google';

/** A credential as One Tap hands it out: an ID token for the app, one hour long. */
export const signGoogleCredential = (
  { clientId, signingKey }: UpstreamAccounts['google'],
  { googleId, name, email }: Person,
): Promise<string> =>
  new SignJWT({ name, email, email_verified: true })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer('https://accounts.google.com')
    .setAudience(clientId)
    .setSubject(googleId)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(signingKey);

/**
 * Stands in for Google: sign-in by redirect, and the frame in which One Tap lets somebody choose an account.
 * Source: developers.google.com/identity, "OpenID Connect" and "Sign In With Google HTML API reference".
 */
export const createGoogle = (
  account: UpstreamAccounts['google'],
  {
    appOrigin,
    isRegisteredRedirect,
  }: { readonly appOrigin: string; readonly isRegisteredRedirect: (address: string) => boolean },
) => {
  const codes = createOneTimeValues<Person>();
  const app = new Hono();

  app.on(['GET', 'POST'], '/accounts.google.com/o/oauth2/v2/auth', async (context) => {
    const query = context.req.query();
    if (query['client_id'] !== account.clientId || !isRegisteredRedirect(query['redirect_uri'] ?? '')) {
      return context.html(refusalPage({ provider, reason: 'The app or its redirect address is not known here.' }), 400);
    }
    if (context.req.method === 'GET') return context.html(consentPage({ provider, app: 'Sign-in demo' }));

    const form = await context.req.parseBody();
    const person = findPerson(form['person']);
    const target = new URL(query['redirect_uri'] ?? '');
    if (form['decision'] === 'allow' && person) target.searchParams.set('code', codes.issue(person));
    else target.searchParams.set('error', 'access_denied');
    target.searchParams.set('state', query['state'] ?? '');
    return context.redirect(target.href, 303);
  });

  app.post('/oauth2.googleapis.com/token', async (context) => {
    const form = await context.req.parseBody();
    const person = typeof form['code'] === 'string' ? codes.redeem(form['code']) : undefined;
    if (!person || form['client_id'] !== account.clientId || form['client_secret'] !== account.clientSecret) {
      return context.json({ error: 'invalid_grant' }, 400);
    }
    return context.json({ id_token: await signGoogleCredential(account, person) });
  });

  app.get('/accounts.google.com/gsi/select', (context) => {
    if (context.req.query('client_id') !== account.clientId) {
      return context.html(refusalPage({ provider, reason: 'The app is not known here (client_id).' }), 400);
    }
    return context.html(consentPage({ provider, app: 'Sign-in demo' }));
  });

  app.post('/accounts.google.com/gsi/select', async (context) => {
    const form = await context.req.parseBody();
    const person = form['decision'] === 'allow' ? findPerson(form['person']) : undefined;
    return context.html(
      document({
        title: provider,
        className: 'consent',
        data: { credential: person ? await signGoogleCredential(account, person) : '', origin: appOrigin },
        script: '/demo-assets/google-select.js',
        body: html`<main class="card"><p>You are being taken back.</p></main>`,
      }),
    );
  });

  return app;
};
