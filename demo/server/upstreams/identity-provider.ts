import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Hono } from 'hono';
import { type Company, type Employee, issuerOf, ssoClient } from '../experience/companies.ts';
import { consentPage, refusalPage } from './consent-page.ts';
import { createOneTimeValues } from './one-time-values.ts';

interface Sitting {
  readonly employee: Employee;
  readonly nonce: string | undefined;
  readonly redirectUri: string;
}

const expectedAuthorization = `Basic ${btoa(`${ssoClient.clientId}:${ssoClient.clientSecret}`)}`;

/**
 * Stands in for a company's identity provider: OpenID Connect with discovery, a login page, signed ID tokens and user info. It
 * checks the client, the redirect address and codes redeemed once. `/portal` is where employees start when they start at home.
 * Source: OpenID Connect Core 1.0, Discovery 1.0.
 */
export const createIdentityProvider = async (
  company: Company,
  {
    appOrigin,
    isRegisteredRedirect,
  }: { readonly appOrigin: string; readonly isRegisteredRedirect: (address: string) => boolean },
) => {
  const issuer = issuerOf(company);
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const codes = createOneTimeValues<Sitting>();
  const tokens = new Map<string, Employee>();
  const app = new Hono().basePath(`/${company.host}`);

  const refusalReason = (query: Record<string, string>): string | undefined => {
    if (query['client_id'] !== ssoClient.clientId) return 'The app is not known here (client_id).';
    if (query['response_type'] !== 'code') return 'Only response_type=code is supported.';
    if (!isRegisteredRedirect(query['redirect_uri'] ?? '')) return 'The redirect address is not registered (redirect_uri).';
    return undefined;
  };

  const claimsOf = ({ key, name, email, isEmailVerified }: Employee) => ({
    sub: key,
    name,
    email,
    // Some providers say nothing about addresses they have not looked at.
    ...(isEmailVerified ? { email_verified: true } : {}),
  });

  app.get('/.well-known/openid-configuration', (context) =>
    context.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
    }),
  );

  app.get('/jwks', async (context) => context.json({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' }] }));

  app.on(['GET', 'POST'], '/authorize', async (context) => {
    const query = context.req.query();
    const reason = refusalReason(query);
    if (reason) return context.html(refusalPage({ provider: company.name, reason }), 400);
    if (context.req.method === 'GET') {
      return context.html(consentPage({ provider: company.name, app: 'Sign-in demo', people: company.employees }));
    }

    const form = await context.req.parseBody();
    const employee = company.employees.find(({ key }) => key === form['person']);
    const target = new URL(query['redirect_uri'] ?? '');
    if (form['decision'] === 'allow' && employee) {
      target.searchParams.set('code', codes.issue({ employee, nonce: query['nonce'], redirectUri: target.href }));
    } else {
      target.searchParams.set('error', 'access_denied');
      target.searchParams.set('error_description', 'The person did not want to.');
    }
    target.searchParams.set('state', query['state'] ?? '');
    return context.redirect(target.href, 303);
  });

  app.post('/token', async (context) => {
    if (context.req.header('authorization') !== expectedAuthorization) return context.json({ error: 'invalid_client' }, 401);
    const form = await context.req.parseBody();
    const sitting = typeof form['code'] === 'string' ? codes.redeem(form['code']) : undefined;
    if (!sitting || form['grant_type'] !== 'authorization_code' || form['redirect_uri'] !== sitting.redirectUri) {
      return context.json({ error: 'invalid_grant' }, 400);
    }
    const accessToken = crypto.randomUUID();
    tokens.set(accessToken, sitting.employee);
    const idToken = await new SignJWT({ ...claimsOf(sitting.employee), nonce: sitting.nonce })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(ssoClient.clientId)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    return context.json({ access_token: accessToken, token_type: 'Bearer', expires_in: 300, id_token: idToken });
  });

  app.get('/userinfo', (context) => {
    const employee = tokens.get(context.req.header('authorization')?.replace(/^Bearer /, '') ?? '');
    return employee ? context.json(claimsOf(employee)) : context.json({ error: 'invalid_token' }, 401);
  });

  // Whoever starts here is to be signed in, whoever may be signed in already.
  app.get('/portal', (context) => {
    const query = new URLSearchParams({ direct_sign_in: `sso:${company.connectorId}`, prompt: 'login' });
    return context.redirect(`${appOrigin}/demo-app?${query.toString()}`);
  });

  return app;
};
