import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SocialConnector } from '../ports.ts';
import { bind, toNodeListener, type BoundServer } from '../listen.ts';
import { createOutbox } from '../outbox.ts';
import { createUpstreamAccounts, type UpstreamAccounts } from '../upstreams/accounts.ts';
import { createUpstreams } from '../upstreams/upstreams.ts';
import { createEmailConnector, createSmsConnector } from './message-connectors.ts';
import { createSocialConnectors, type StandIns } from './social-connectors.ts';

const appOrigin = 'http://localhost:4310';
const accounts = createUpstreamAccounts();
const outbox = createOutbox();
const upstreams = await createUpstreams({ accounts, outbox, appOrigin });
let server: BoundServer;
let standIns: StandIns;

before(async () => {
  server = await bind(0, '127.0.0.1');
  server.serve(toNodeListener((request) => upstreams.fetch(request)));
  standIns = { port: server.port, origin: `http://127.0.0.1:${String(server.port)}` };
});
after(() => server.close());

const connector = async (id: string, overrides: Partial<UpstreamAccounts> = {}): Promise<SocialConnector> => {
  const connectors = await createSocialConnectors({ ...accounts, ...overrides }, standIns);
  const found = connectors.find((candidate) => candidate.id === id);
  assert.ok(found, `no connector ${id}`);
  return found;
};

const authorizationUri = (from: SocialConnector) =>
  from.getAuthorizationUri({ state: 'st4te', redirectUri: `${appOrigin}/callback/${from.id}` }, () => undefined);

/** Answers the consent page as a person would; gives the query of the callback. */
const consent = async (address: string, decision: 'allow' | 'cancel' = 'allow', person = 'lin') => {
  const page = await fetch(address);
  assert.equal(page.status, 200, await page.text());
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ person, decision }),
    redirect: 'manual',
  });
  assert.equal(response.status, 303);
  const target = new URL(response.headers.get('location') ?? '');
  return { target, data: Object.fromEntries(target.searchParams) };
};

const wrongKey = createUpstreamAccounts().alipay.privateKey;
const hasCode = (code: string) => (error: unknown) => (error as { code?: unknown }).code === code;

describe('Social connectors against the stand-ins', () => {
  it('describe themselves as their packages do, with inlined logos', async () => {
    const { target, platform, name, logo } = await connector('dingtalk-web');
    assert.deepEqual([target, platform, name['zh-CN']], ['dingtalk', 'Web', '钉钉']);
    assert.match(logo, /^data:image\/svg\+xml;base64,/);
    assert.equal((await connector('alipay-native')).platform, 'Native');
    assert.equal((await connector('dingtalk-universal')).platform, 'Universal');
  });

  it('DingTalk tells who the person is, and a code works once', async () => {
    const dingtalk = await connector('dingtalk-web');
    const { target, data } = await consent(await authorizationUri(dingtalk));
    assert.equal(target.origin + target.pathname, `${appOrigin}/callback/dingtalk-web`);
    assert.equal(data['state'], 'st4te');

    const info = await dingtalk.getUserInfo(data, () => undefined);
    assert.deepEqual(
      [info.id, info.name, info.email, info.phone],
      ['union-lin-0001', 'Lin Xiaoyu', 'lin.xiaoyu@example.com', '8613800000001'],
    );
    await assert.rejects(
      dingtalk.getUserInfo(data, () => undefined),
      /400/,
    );
  });

  it('DingTalk refuses a wrong secret', async () => {
    const dingtalk = await connector('dingtalk-web', { dingtalk: { ...accounts.dingtalk, clientSecret: 'wrong' } });
    const { data } = await consent(await authorizationUri(dingtalk));
    await assert.rejects(
      dingtalk.getUserInfo(data, () => undefined),
      /400/,
    );
  });

  it('DingTalk reports that the person cancelled', async () => {
    const dingtalk = await connector('dingtalk-web');
    const { data } = await consent(await authorizationUri(dingtalk), 'cancel');
    assert.deepEqual(data, { error: 'access_denied', state: 'st4te' });
    await assert.rejects(
      dingtalk.getUserInfo(data, () => undefined),
      hasCode('general'),
    );
  });

  it('consent pages do not send anyone to an address that is not registered', async () => {
    for (const id of ['dingtalk-web', 'alipay-web']) {
      const from = await connector(id);
      const address = await from.getAuthorizationUri(
        { state: 's', redirectUri: 'https://evil.example/callback/x' },
        () => undefined,
      );
      assert.equal((await fetch(address)).status, 400, id);
    }
  });

  for (const id of ['alipay-web', 'alipay-native']) {
    /** The native authorization address has no redirect address: the shell adds its own. */
    const toConsentPage = (address: string) => {
      if (id === 'alipay-web') return address;
      assert.match(address, /^alipay:\/\/\?app_id=/);
      const returnTo = encodeURIComponent(`${appOrigin}/native-shell/return`);
      return `${standIns.origin}/alipay-app${new URL(address).search}&redirect_uri=${returnTo}`;
    };

    it(`${id} tells who the person is, and a code works once`, async () => {
      const alipay = await connector(id);
      const { data } = await consent(toConsentPage(await authorizationUri(alipay)), 'allow', 'chen');
      const info = await alipay.getUserInfo(data, () => undefined);
      assert.deepEqual([info.id, info.name], ['2088000000000002', '陈思远']);
      await assert.rejects(
        alipay.getUserInfo(data, () => undefined),
        hasCode('social_auth_code_invalid'),
      );
    });

    it(`${id} is refused when it signs with another key`, async () => {
      const alipay = await connector(id, { alipay: { ...accounts.alipay, privateKey: wrongKey } });
      const { data } = await consent(toConsentPage(await authorizationUri(alipay)));
      await assert.rejects(
        alipay.getUserInfo(data, () => undefined),
        hasCode('social_auth_code_invalid'),
      );
    });
  }

  it('leave other requests of the process alone', async () => {
    const { default: https } = await import('node:https');
    await assert.rejects(
      new Promise((resolve, reject) => https.get(`https://127.0.0.1:${String(standIns.port)}/`, resolve).on('error', reject)),
      // A plain server cannot answer TLS, which shows that TLS was tried.
      /SSL|EPROTO|socket hang up|ECONNRESET/,
    );
  });
});

describe('Message connectors', () => {
  const message = { to: '8613800000001', usage: 'SignIn', code: '123456' };

  it('Aliyun delivers a signed message', async () => {
    outbox.clear();
    const sms = await createSmsConnector(accounts.aliyunSms, standIns.port);
    await sms.send({ ...message, locale: 'zh-CN' });
    const [delivered] = outbox.messages;
    assert.deepEqual(
      [delivered?.channel, delivered?.to, delivered?.usage, delivered?.code],
      ['sms', '8613800000001', 'SignIn', '123456'],
    );
  });

  const refusals: readonly (readonly [string, Partial<UpstreamAccounts['aliyunSms']>, string])[] = [
    ['a wrong secret', { accessKeySecret: 'wrong' }, 'SignatureDoesNotMatch'],
    ['an unknown access key', { accessKeyId: 'nobody' }, 'InvalidAccessKeyId.NotFound'],
    ['a sign name that is not registered', { signName: 'Other' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
    [
      'a template that is not registered',
      { templates: { ...accounts.aliyunSms.templates, SignIn: 'SMS_9' } },
      'isv.SMS_TEMPLATE_ILLEGAL',
    ],
  ];
  for (const [what, overrides, code] of refusals) {
    it(`Aliyun refuses ${what}`, async () => {
      outbox.clear();
      const sms = await createSmsConnector({ ...accounts.aliyunSms, ...overrides }, standIns.port);
      await assert.rejects(sms.send(message), (error) => {
        assert.equal((error as { data: { Code: string } }).data.Code, code);
        return true;
      });
      assert.equal(outbox.messages.length, 0);
    });
  }

  it('Aliyun limits messages to one number', async () => {
    const sms = await createSmsConnector(accounts.aliyunSms, standIns.port);
    await assert.rejects(sms.send({ ...message, to: '8613800000429' }), hasCode('rate_limit_exceeded'));
  });

  it('e-mails land in the outbox', async () => {
    outbox.clear();
    await createEmailConnector(outbox).send({ to: 'a@example.com', usage: 'Register', code: '654321' });
    assert.equal(outbox.messages[0]?.code, '654321');
  });
});
