import { generateKeyPairSync } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { UpstreamAccounts } from './accounts.ts';
import { isSignedByApp, signAnswer } from './alipay-signature.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { createOneTimeValues } from './one-time-values.ts';
import { findPerson, type Person } from './people.ts';

const provider = 'Alipay';

/** Where the native shell opens the "Alipay app": what `alipay://` would open on a phone. */
export const alipayAppPath = '/alipay-app';

/**
 * Stands in for Alipay: the web consent page, the app's consent sheet, and the open gateway.
 *
 * The gateway checks what the real one checks: app id, RSA/RSA2 signature by the app's key, method, a code redeemed once,
 * the token. Business errors come with status 200, as Alipay's do.
 * Source: opendocs.alipay.com, `alipay.system.oauth.token`, `alipay.user.info.share`, public error codes.
 */
export const createAlipay = (account: UpstreamAccounts['alipay'], isRegisteredRedirect: (address: string) => boolean) => {
  const codes = createOneTimeValues<Person>();
  const tokens = new Map<string, Person>();
  const platformKey = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
  const app = new Hono();

  const authorize = async (context: Context): Promise<Response> => {
    const query = context.req.query();
    const redirectUri = query['redirect_uri'] ?? '';
    if (query['app_id'] !== account.appId) {
      return context.html(refusalPage({ provider, reason: 'The app is not known here (app_id).' }), 400);
    }
    if (!isRegisteredRedirect(redirectUri)) {
      const reason = 'The redirect address is not registered (redirect_uri).';
      return context.html(refusalPage({ provider, reason }), 400);
    }
    if (context.req.method === 'GET') return context.html(consentPage({ provider, app: 'Sign-in demo' }));

    const form = await context.req.parseBody();
    const person = findPerson(form['person']);
    const target = new URL(redirectUri);
    target.searchParams.set('app_id', account.appId);
    if (form['decision'] === 'allow' && person) {
      target.searchParams.set('auth_code', codes.issue(person));
    } else {
      target.searchParams.set('error', 'access_denied');
    }
    target.searchParams.set('state', query['state'] ?? '');
    return context.redirect(target.href, 303);
  };

  app.on(['GET', 'POST'], '/openauth.alipay.com/oauth2/publicAppAuthorize.htm', authorize);
  app.on(['GET', 'POST'], alipayAppPath, authorize);

  const tokenAnswer = (parameters: Readonly<Record<string, string>>) => {
    const person = codes.redeem(parameters['code'] ?? '');
    if (!person || parameters['grant_type'] !== 'authorization_code') {
      return errorAnswer('40002', 'Invalid Arguments', 'isv.code-invalid', 'The code is not valid');
    }
    const token = crypto.randomUUID();
    tokens.set(token, person);
    return {
      alipay_system_oauth_token_response: {
        user_id: person.alipayUserId,
        access_token: token,
        expires_in: 1_296_000,
        refresh_token: crypto.randomUUID(),
        re_expires_in: 2_592_000,
      },
    };
  };

  const userInfoAnswer = (parameters: Readonly<Record<string, string>>) => {
    const person = tokens.get(parameters['auth_token'] ?? '');
    return {
      alipay_user_info_share_response: person
        ? { code: '10000', msg: 'Success', user_id: person.alipayUserId, nick_name: person.name }
        : {
            code: '20001',
            msg: 'Insufficient Token Permissions',
            sub_code: 'aop.invalid-auth-token',
            sub_msg: 'The token is not valid',
          },
    };
  };

  const answerTo = (parameters: Readonly<Record<string, string>>): object => {
    if (parameters['app_id'] !== account.appId) {
      return errorAnswer('40002', 'Invalid Arguments', 'isv.invalid-app-id', 'The app id is not valid');
    }
    if (!isSignedByApp(parameters, account.publicKey)) {
      return errorAnswer('40002', 'Invalid Arguments', 'isv.invalid-signature', 'The signature is not valid');
    }
    if (parameters['method'] === 'alipay.system.oauth.token') return tokenAnswer(parameters);
    if (parameters['method'] === 'alipay.user.info.share') return userInfoAnswer(parameters);
    return errorAnswer('40002', 'Invalid Arguments', 'isv.invalid-method', 'There is no such method');
  };

  app.post('/openapi.alipay.com/gateway.do', (context) => {
    const answer = answerTo(context.req.query());
    const [content] = Object.values(answer) as [object];
    return context.json({ ...answer, sign: signAnswer(content, platformKey) });
  });

  return app;
};

const errorAnswer = (code: string, msg: string, subCode: string, subMsg: string) => ({
  error_response: { code, msg, sub_code: subCode, sub_msg: subMsg },
});
