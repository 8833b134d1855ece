import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { bind, toNodeListener, type BoundServer } from '../listen.ts';
import { createOutbox } from '../outbox.ts';
import { createUpstreamAccounts } from '../upstreams/accounts.ts';
import { signGoogleCredential } from '../upstreams/google.ts';
import { findPerson } from '../upstreams/people.ts';
import { createUpstreams } from '../upstreams/upstreams.ts';
import { createGoogleConnector } from './google-connector.ts';

const appOrigin = 'http://localhost:4310';
const redirectUri = `${appOrigin}/callback/google-web`;
const accounts = createUpstreamAccounts();
const lin = findPerson('lin');
assert.ok(lin);
let server: BoundServer;
let origin: string;

before(async () => {
  const upstreams = await createUpstreams({
    accounts,
    outbox: createOutbox(),
    appOrigin,
    scripts: new Map([['turnstile.js', 'go()']]),
    captchaBehaviour: () => 'solve',
  });
  server = await bind(0, '127.0.0.1');
  server.serve(toNodeListener((request) => upstreams.fetch(request)));
  origin = `http://127.0.0.1:${String(server.port)}`;
});
after(() => server.close());

const hasCode = (code: string) => (error: unknown) => (error as { code?: unknown }).code === code;

describe('The Google connector against the stand-in', () => {
  it('signs in by redirect', async () => {
    let session: unknown;
    const connector = createGoogleConnector(accounts.google, origin);
    const address = await connector.getAuthorizationUri({ state: 's', redirectUri }, (kept) => {
      session = kept;
    });
    const body = new URLSearchParams({ person: 'lin', decision: 'allow' });
    const response = await fetch(address, { method: 'POST', body, redirect: 'manual' });
    const data = Object.fromEntries(new URL(response.headers.get('location') ?? '').searchParams);
    const { id, email } = await connector.getUserInfo(data, () => session);

    assert.deepEqual([id, email], [lin.googleId, lin.email]);
    await assert.rejects(
      connector.getUserInfo(data, () => session),
      hasCode('social_auth_code_invalid'),
    );
  });

  it('believes credentials that Google signed for this app, and no others', async () => {
    const connector = createGoogleConnector(accounts.google, origin);
    const learn = (credential: string) => connector.getUserInfo({ credential }, () => undefined);
    assert.equal((await learn(await signGoogleCredential(accounts.google, lin))).id, lin.googleId);

    const stranger = createUpstreamAccounts().google;
    await assert.rejects(learn(await signGoogleCredential(stranger, lin)), hasCode('social_invalid_id_token'));
    const otherApp = { ...accounts.google, clientId: 'another' };
    await assert.rejects(learn(await signGoogleCredential(otherApp, lin)), hasCode('social_invalid_id_token'));
  });
});

describe('Scripts of third parties', () => {
  it('come with how they are to behave', async () => {
    const response = await fetch(`${origin}/challenges.cloudflare.com/turnstile/v0/api.js`);
    assert.equal(await response.text(), 'window.captchaStandIn = "solve";\ngo()');
  });
});
