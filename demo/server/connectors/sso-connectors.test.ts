import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { presets } from '../experience/presets.ts';
import { defaultTenant } from '../experience/tenant.ts';
import { bind, toNodeListener, type BoundServer } from '../listen.ts';
import { createOutbox } from '../outbox.ts';
import { createUpstreamAccounts } from '../upstreams/accounts.ts';
import { createUpstreams } from '../upstreams/upstreams.ts';
import { createSsoConnector } from './sso-connectors.ts';

const appOrigin = 'http://localhost:4310';
const redirectUri = `${appOrigin}/callback/sso-acme`;
const [acme] = presets['single-sign-on'].apply(defaultTenant).ssoConnectors;
assert.ok(acme);
let server: BoundServer;
let origin: string;

before(async () => {
  const upstreams = await createUpstreams({ accounts: createUpstreamAccounts(), outbox: createOutbox(), appOrigin });
  server = await bind(0, '127.0.0.1');
  server.serve(toNodeListener((request) => upstreams.fetch(request)));
  origin = `http://127.0.0.1:${String(server.port)}`;
});
after(() => server.close());

/** Leaves for the company's login page and answers it; gives the query of the callback and what the connector kept. */
const visit = async (person: string, decision = 'allow', entry = acme) => {
  let session: unknown;
  const connector = createSsoConnector(entry, origin);
  const address = await connector.getAuthorizationUri({ state: 'st4te', redirectUri }, (kept) => {
    session = kept;
  });
  const page = await fetch(address);
  assert.equal(page.status, 200, await page.text());
  const body = new URLSearchParams({ person, decision });
  const response = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  const target = new URL(response.headers.get('location') ?? '');
  return { connector, session, data: Object.fromEntries(target.searchParams) };
};

const hasCode = (code: string) => (error: unknown) => (error as { code?: unknown }).code === code;

describe('An enterprise connector against the stand-in', () => {
  it('learns who somebody is', async () => {
    const { connector, session, data } = await visit('acme-gina');
    assert.equal(data['state'], 'st4te');
    const { id, name, email } = await connector.getUserInfo(data, session);
    assert.deepEqual([id, name, email], ['acme-gina', 'Gina Acme', 'gina@acme.example']);
  });

  it('does not take over an address nobody vouches for, unless told to', async () => {
    const { connector, session, data } = await visit('acme-hank');
    assert.equal((await connector.getUserInfo(data, session)).email, undefined);

    const trusting = { ...acme, config: { ...acme.config, trustUnverifiedEmail: true } };
    const again = await visit('acme-hank', 'allow', trusting);
    assert.equal((await again.connector.getUserInfo(again.data, again.session)).email, 'hank@acme.example');
  });

  it('fails when somebody cancels, when a code comes twice, and when the session is another one', async () => {
    const cancelled = await visit('acme-gina', 'cancel');
    await assert.rejects(
      cancelled.connector.getUserInfo(cancelled.data, cancelled.session),
      hasCode('invalid_request_parameters'),
    );

    const { connector, session, data } = await visit('acme-gina');
    await connector.getUserInfo(data, session);
    await assert.rejects(connector.getUserInfo(data, session), hasCode('authorization_failed'));

    const fresh = await visit('acme-gina');
    const other = { redirectUri, nonce: 'another' };
    await assert.rejects(fresh.connector.getUserInfo(fresh.data, other), hasCode('authorization_failed'));
  });

  it('says when the provider cannot be found', async () => {
    const lost = { ...acme, config: { ...acme.config, issuer: `${origin}/login.nowhere.example` } };
    const connector = createSsoConnector(lost, origin);
    await assert.rejects(
      connector.getAuthorizationUri({ state: 's', redirectUri }, () => undefined),
      hasCode('invalid_config'),
    );
  });
});
