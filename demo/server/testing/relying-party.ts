import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import type { Demo } from '../start-demo.ts';
import type { TestBrowser } from './browser.ts';

const post = async (browser: TestBrowser, path: string, body?: unknown): Promise<Response> =>
  browser.send('POST', `/api/experience${path}`, body);

export const startSignIn = async (browser: TestBrowser): Promise<void> => {
  assert.equal((await browser.send('PUT', '/api/experience', { interactionEvent: 'SignIn' })).status, 204);
};

/** Identifies the person by what was verified last. */
export const identify = async (browser: TestBrowser, verified: Response): Promise<void> => {
  const body = (await verified.json()) as { readonly verificationId: string };
  assert.equal(verified.status, 200, JSON.stringify(body));
  const { verificationId } = body;
  assert.equal((await post(browser, '/identification', { verificationId })).status, 204);
};

/** Ends the interaction. @returns where the provider leads then, as far as it is this origin */
export const submit = async (browser: TestBrowser): Promise<URL> => {
  const response = await post(browser, '/submit');
  const body = (await response.json()) as { readonly redirectTo: string };
  assert.equal(response.status, 200, JSON.stringify(body));
  return (await browser.visit(body.redirectTo)).url;
};

export const signInWithPassword = async (browser: TestBrowser): Promise<URL> => {
  await startSignIn(browser);
  const identifier = { type: 'username', value: 'alice' };
  await identify(browser, await post(browser, '/verification/password', { identifier, password: 'demo-password-1' }));
  return submit(browser);
};

/** The demo app, played by a test: code flow with PKCE. */
export const createRelyingParty = (demo: () => Demo) => {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');

  const authorizationRequest = (parameters: Readonly<Record<string, string>> = {}): string =>
    `/oidc/auth?${new URLSearchParams({
      client_id: 'demo-app',
      redirect_uri: `${demo().origin}/demo-app/callback`,
      response_type: 'code',
      scope: 'openid profile email phone',
      state: 'st4te',
      nonce: 'n0nce',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...parameters,
    }).toString()}`;

  return {
    authorizationRequest,
    async begin(browser: TestBrowser, parameters?: Readonly<Record<string, string>>): Promise<URL> {
      const { response, url } = await browser.visit(authorizationRequest(parameters));
      assert.equal(response.status, 200);
      return url;
    },
    async redeem(browser: TestBrowser, callback: URL) {
      const response = await browser.request('/oidc/token', {
        method: 'POST',
        // Browsers name the origin of a post even at home.
        headers: { Origin: demo().origin },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: 'demo-app',
          redirect_uri: `${demo().origin}/demo-app/callback`,
          code: callback.searchParams.get('code') ?? '',
          code_verifier: verifier,
        }),
      });
      return { status: response.status, tokens: (await response.json()) as Readonly<Record<string, string>> };
    },
    async verify(browser: TestBrowser, idToken: string): Promise<JWTPayload> {
      const keys = (await (await browser.request('/oidc/jwks')).json()) as JSONWebKeySet;
      const issuer = `${demo().origin}/oidc`;
      return (await jwtVerify(idToken, createLocalJWKSet(keys), { issuer, audience: 'demo-app' })).payload;
    },
  };
};
