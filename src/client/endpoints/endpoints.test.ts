import { expect } from '@open-wc/testing';
import { ApiError, createClient, type Endpoint } from '../index.ts';
import { failureOf, fakeFetch, fakeTimers, json, recordedAnswers, replay, silence } from '../testing/answers.test-helper.ts';
import * as consent from './consent.ts';
import * as interaction from './interaction.ts';
import * as profile from './profile.ts';
import * as verification from './verification.ts';
import * as wellKnown from './well-known.ts';

interface Row {
  /** Key of the recorded answers, without the status. */
  readonly kind: string;
  readonly request: object;
  /** Path and query. */
  readonly url: string;
  readonly body?: object;
  /** The recorded answer, as the caller gets it. */
  readonly answer?: (response: Record<string, unknown>) => unknown;
  /** Key of recorded answers that are none of this call's. */
  readonly except?: string;
  /** Fewest kinds of recorded answers this row must have replayed: a renamed key is no passed test. */
  readonly recorded: number;
}

const row = <Request extends object>(
  endpoint: Endpoint<Request, unknown>,
  request: Request,
  rest: Omit<Row, 'request'>,
): readonly [Endpoint<object, unknown>, Row] => [endpoint as unknown as Endpoint<object, unknown>, { request, ...rest }];

const email = { type: 'email', value: 'ada@example.test' } as const;
const verificationId = 'v1';
const verified = ({ verificationId: id }: Record<string, unknown>) => ({ verificationId: id });

const table = [
  row(
    interaction.startInteraction,
    { interactionEvent: 'SignIn', captchaToken: 't' },
    {
      kind: 'PUT /api/experience',
      url: '/api/experience',
      body: { interactionEvent: 'SignIn', captchaToken: 't' },
      recorded: 4,
    },
  ),
  row(
    interaction.setInteractionEvent,
    { interactionEvent: 'Register' },
    {
      kind: 'PUT /api/experience/interaction-event',
      url: '/api/experience/interaction-event',
      body: { interactionEvent: 'Register' },
      recorded: 2,
    },
  ),
  row(
    interaction.identify,
    { verificationId, linkSocialIdentity: true },
    {
      kind: 'POST /api/experience/identification',
      url: '/api/experience/identification',
      body: { verificationId, linkSocialIdentity: true },
      recorded: 10,
    },
  ),
  row(
    interaction.submit,
    {},
    {
      kind: 'POST /api/experience/submit',
      url: '/api/experience/submit',
      answer: ({ redirectTo }) => ({ redirectTo }),
      // The answer to a reset.
      except: 'POST /api/experience/submit 204',
      recorded: 5,
    },
  ),
  row(interaction.submitPasswordReset, {}, { kind: 'POST /api/experience/submit', url: '/api/experience/submit', recorded: 5 }),
  row(
    verification.verifyPassword,
    { identifier: { type: 'username', value: 'ada' }, password: 'p' },
    {
      kind: 'POST /api/experience/verification/password',
      url: '/api/experience/verification/password',
      body: { identifier: { type: 'username', value: 'ada' }, password: 'p' },
      answer: verified,
      recorded: 5,
    },
  ),
  row(
    verification.sendCode,
    { identifier: email, interactionEvent: 'SignIn' },
    {
      kind: 'POST /api/experience/verification/verification-code',
      url: '/api/experience/verification/verification-code',
      body: { identifier: email, interactionEvent: 'SignIn' },
      answer: verified,
      recorded: 4,
    },
  ),
  row(
    verification.verifyCode,
    { identifier: email, verificationId, code: '123456' },
    {
      kind: 'POST /api/experience/verification/verification-code/verify',
      url: '/api/experience/verification/verification-code/verify',
      body: { identifier: email, verificationId, code: '123456' },
      answer: verified,
      recorded: 3,
    },
  ),
  row(
    verification.getSocialAuthorizationUri,
    { connectorId: 'a/b', state: 's', redirectUri: 'https://id.test/callback/c' },
    {
      kind: 'POST /api/experience/verification/social/:connectorId/authorization-uri',
      url: '/api/experience/verification/social/a%2Fb/authorization-uri',
      body: { state: 's', redirectUri: 'https://id.test/callback/c' },
      answer: ({ authorizationUri, verificationId: id }) => ({ authorizationUri, verificationId: id }),
      recorded: 2,
    },
  ),
  row(
    verification.verifySocial,
    { connectorId: 'c', connectorData: { code: '1', redirectUri: 'r' }, verificationId },
    {
      kind: 'POST /api/experience/verification/social/:connectorId/verify',
      url: '/api/experience/verification/social/c/verify',
      body: { connectorData: { code: '1', redirectUri: 'r' }, verificationId },
      answer: verified,
      recorded: 3,
    },
  ),
  row(
    verification.findSsoConnectors,
    { email: 'a+b@c.test' },
    {
      kind: 'GET /api/experience/sso-connectors',
      url: '/api/experience/sso-connectors?email=a%2Bb%40c.test',
      answer: ({ connectorIds }) => ({ connectorIds }),
      recorded: 1,
    },
  ),
  row(
    profile.addProfile,
    { type: 'extraProfile', values: { company: 'Acme', address: { locality: 'Bern' } } },
    {
      kind: 'POST /api/experience/profile',
      url: '/api/experience/profile',
      body: { type: 'extraProfile', values: { company: 'Acme', address: { locality: 'Bern' } } },
      recorded: 7,
    },
  ),
  row(
    profile.replacePassword,
    { password: 'p' },
    {
      kind: 'PUT /api/experience/profile/password',
      url: '/api/experience/profile/password',
      body: { password: 'p' },
      recorded: 4,
    },
  ),
  row(
    verification.verifyOneTimeToken,
    { identifier: email, token: 't' },
    {
      kind: 'POST /api/experience/verification/one-time-token/verify',
      url: '/api/experience/verification/one-time-token/verify',
      body: { identifier: email, token: 't' },
      answer: verified,
      recorded: 4,
    },
  ),
  row(
    verification.getSsoAuthorizationUri,
    { connectorId: 'a/b', state: 's', redirectUri: 'https://id.test/callback/c' },
    {
      kind: 'POST /api/experience/verification/sso/:connectorId/authorization-uri',
      url: '/api/experience/verification/sso/a%2Fb/authorization-uri',
      body: { state: 's', redirectUri: 'https://id.test/callback/c' },
      answer: ({ authorizationUri, verificationId: id }) => ({ authorizationUri, verificationId: id }),
      recorded: 1,
    },
  ),
  row(
    verification.verifySso,
    { connectorId: 'c', connectorData: { code: '1' }, verificationId },
    {
      kind: 'POST /api/experience/verification/sso/:connectorId/verify',
      url: '/api/experience/verification/sso/c/verify',
      body: { connectorData: { code: '1' }, verificationId },
      answer: verified,
      recorded: 1,
    },
  ),
  row(
    consent.getConsent,
    {},
    {
      kind: 'GET /api/interaction/consent',
      url: '/api/interaction/consent',
      answer: ({ user, redirectUri }) => ({ user, redirectUri }),
      recorded: 1,
    },
  ),
  row(
    wellKnown.getSettings,
    { appId: 'app', organizationId: 'org' },
    // The answer is the subject of schemas/settings.test.ts.
    {
      kind: 'GET /api/.well-known/sign-in-exp',
      url: '/api/.well-known/sign-in-exp?appId=app&organizationId=org',
      recorded: 1,
    },
  ),
  row(
    wellKnown.getPhrases,
    { lng: 'zh-CN en' },
    // None is recorded; the answer is the subject of bootstrap.test.ts.
    { kind: 'GET /api/.well-known/phrases', url: '/api/.well-known/phrases?lng=zh-CN+en', recorded: 0 },
  ),
];

const modules: Record<string, unknown>[] = [consent, interaction, profile, verification, wellKnown];

describe('the endpoints', () => {
  it('are all in this table', () => {
    const exported = modules.flatMap((module) => Object.values(module));
    // The avatar is sent as a form and has tests of its own below.
    expect([...table.map(([endpoint]) => endpoint), profile.uploadAvatar]).to.have.members(exported);
  });

  for (const [endpoint, { kind, request, url, body, answer, except, recorded }] of table) {
    const anonymous = kind.includes('/.well-known/');

    describe(kind, () => {
      it('asks as the contract says', async () => {
        const { fetch, requests } = fakeFetch(new Response('', { status: 400 }));
        const client = createClient({ fetch, language: () => 'ar', appId: () => 'app' });
        await failureOf(client.call(endpoint, request));
        const [sent] = requests;
        if (!sent) throw new Error('Nothing was sent.');
        expect(sent.method).to.equal(kind.split(' ')[0]);
        expect(sent.url).to.equal(location.origin + url);
        expect(sent.headers.get('Accept-Language')).to.equal('ar');
        expect(sent.headers.get('Logto-App-Id')).to.equal(anonymous ? null : 'app');
        const text = await sent.text();
        expect(text && (JSON.parse(text) as unknown)).to.deep.equal(body ?? '');
      });

      it('takes every recorded answer', async () => {
        const kinds = [...(await recordedAnswers())].filter(([key]) => key.startsWith(`${kind} `) && key !== except);
        expect(kinds).to.have.length.at.least(recorded);
        for (const [key, answers] of kinds) {
          const [, , , code] = key.split(' ');
          for (const given of answers) {
            const { fetch } = fakeFetch(replay(key, given));
            const call = createClient({ fetch }).call(endpoint, request);
            if (code) {
              const error = (await failureOf(call)) as ApiError;
              const { message, data } = given.response as { message: string; data?: unknown };
              expect(error, key).to.be.instanceOf(ApiError);
              expect({ code: error.code, message: error.message, data: error.data }, key).to.deep.equal({ code, message, data });
            } else if (answer) {
              expect(await call, key).to.deep.equal(answer(Object(given.response)));
            } else if (!anonymous) {
              expect(await call, key).to.equal(undefined);
            } else {
              await call;
            }
          }
        }
      });
    });
  }

  describe(profile.uploadAvatar.path as string, () => {
    const url = 'https://cdn.test/ada.jpg';

    it('sends the picture as a form whose content type the browser names', async () => {
      const { fetch, requests } = fakeFetch(json({ url }));
      const file = new Blob(['picture'], { type: 'image/jpeg' });
      expect(await createClient({ fetch }).call(profile.uploadAvatar, { file, name: 'ada.jpg' })).to.deep.equal({ url });
      const [sent] = requests;
      expect(sent?.headers.get('Content-Type')).to.match(/^multipart\/form-data; ?boundary=/);
      // Looked at before it is sent: WebKit cannot read a form with a file back (WebKitGTK 2.50, November 2026).
      const part = profile.uploadAvatar.form?.({ file, name: 'ada.jpg' }).get('file') as File;
      expect({ name: part.name, type: part.type, text: await part.text() }).to.deep.equal({
        name: 'ada.jpg',
        type: 'image/jpeg',
        text: 'picture',
      });
    });

    it('ends when the person gives it up', async () => {
      const controller = new AbortController();
      const call = createClient({ fetch: silence }).call(
        profile.uploadAvatar,
        { file: new Blob(), name: 'ada.jpg' },
        { signal: controller.signal },
      );
      controller.abort();
      expect(await failureOf(call)).to.have.property('name', 'AbortError');
    });

    it('has two minutes, not the ten seconds of other calls', async () => {
      const timers = fakeTimers();
      const call = createClient({ fetch: silence, schedule: timers.schedule }).call(profile.uploadAvatar, {
        file: new Blob(),
        name: 'ada.jpg',
      });
      const failed = failureOf(call);
      expect(timers.pending()).to.deep.equal([120_000]);
      await timers.expire(120_000);
      expect(await failed).to.have.property('name', 'TimeoutError');
    });

    for (const unsafe of ['javascript:alert(1)', 'data:image/png;base64,AA==', '/ada.jpg', '']) {
      it(`takes no ${JSON.stringify(unsafe)} for the address of a picture`, async () => {
        const { fetch } = fakeFetch(json({ url: unsafe }));
        const call = createClient({ fetch }).call(profile.uploadAvatar, { file: new Blob(), name: 'ada.jpg' });
        expect(await failureOf(call)).to.have.property('name', 'ContractError');
      });
    }
  });

  it('leave out what is not given', async () => {
    const { fetch, requests } = fakeFetch(new Response('Created', { status: 201 }));
    await createClient({ fetch }).call(interaction.identify, { verificationId: undefined });
    expect(await requests[0]?.json()).to.deep.equal({});
  });
});
