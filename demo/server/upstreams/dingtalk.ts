import { Hono } from 'hono';
import type { UpstreamAccounts } from './accounts.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { createOneTimeValues } from './one-time-values.ts';
import { findPerson, type Person } from './people.ts';

const provider = 'DingTalk';

/**
 * Stands in for DingTalk: consent page, code for token, user info.
 *
 * Checks what DingTalk checks: the app's id and secret, the registered redirect address, a code redeemed once, the token.
 * Source: open.dingtalk.com, "Obtain identity credentials" (`/oauth2/auth`, `userAccessToken`, `contact/users/me`).
 */
export const createDingtalk = (account: UpstreamAccounts['dingtalk'], isRegisteredRedirect: (address: string) => boolean) => {
  const codes = createOneTimeValues<Person>();
  const tokens = new Map<string, Person>();
  const app = new Hono();

  const refusalReason = (query: Record<string, string>): string | undefined => {
    if (query['client_id'] !== account.clientId) return 'The app is not known here (client_id).';
    if (query['response_type'] !== 'code') return 'Only response_type=code is supported.';
    if (!isRegisteredRedirect(query['redirect_uri'] ?? '')) return 'The redirect address is not registered (redirect_uri).';
    return undefined;
  };

  app.on(['GET', 'POST'], '/login.dingtalk.com/oauth2/auth', async (context) => {
    const query = context.req.query();
    const reason = refusalReason(query);
    if (reason) return context.html(refusalPage({ provider, reason }), 400);
    if (context.req.method === 'GET') return context.html(consentPage({ provider, app: 'Sign-in demo' }));

    const form = await context.req.parseBody();
    const person = findPerson(form['person']);
    const target = new URL(query['redirect_uri'] ?? '');
    if (form['decision'] === 'allow' && person) {
      const code = codes.issue(person);
      // DingTalk sends the code under its own name and under the standard one.
      target.searchParams.set('authCode', code);
      target.searchParams.set('code', code);
    } else {
      target.searchParams.set('error', 'access_denied');
    }
    target.searchParams.set('state', query['state'] ?? '');
    return context.redirect(target.href, 303);
  });

  app.post('/api.dingtalk.com/v1.0/oauth2/userAccessToken', async (context) => {
    const body = await context.req.json<Record<string, unknown>>().catch((): Record<string, unknown> => ({}));
    if (body['clientId'] !== account.clientId || body['clientSecret'] !== account.clientSecret) {
      return context.json({ code: 'invalidClientIdOrSecret', message: 'Invalid client id or secret' }, 400);
    }
    const person = codes.redeem(String(body['code']));
    if (!person || body['grantType'] !== 'authorization_code') {
      return context.json({ code: 'invalidParameter.authCode', message: 'Invalid code' }, 400);
    }
    const accessToken = crypto.randomUUID();
    tokens.set(accessToken, person);
    return context.json({ accessToken, refreshToken: crypto.randomUUID(), expireIn: 7200 });
  });

  app.get('/api.dingtalk.com/v1.0/contact/users/me', (context) => {
    const person = tokens.get(context.req.header('x-acs-dingtalk-access-token') ?? '');
    if (!person) return context.json({ code: 'InvalidAuthentication', message: 'Invalid access token' }, 400);
    return context.json({
      nick: person.name,
      unionId: person.unionId,
      openId: `open-${person.unionId}`,
      mobile: person.mobile,
      stateCode: '86',
      email: person.email,
    });
  });

  return app;
};
