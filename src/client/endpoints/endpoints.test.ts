import { expect } from '@open-wc/testing';
import { ApiError, createClient, type Endpoint } from '../index.ts';
import { failureOf, fakeFetch, recordedAnswers, replay } from '../testing.test-helper.ts';
import * as interaction from './interaction.ts';
import * as password from './password.ts';
import * as social from './social.ts';
import * as sso from './sso.ts';
import * as verificationCode from './verification-code.ts';
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
      recorded: 8,
    },
  ),
  row(
    interaction.submit,
    {},
    {
      kind: 'POST /api/experience/submit',
      url: '/api/experience/submit',
      answer: ({ redirectTo }) => (redirectTo === undefined ? {} : { redirectTo }),
      recorded: 5,
    },
  ),
  row(
    interaction.getInteraction,
    {},
    {
      kind: 'GET /api/experience/interaction',
      url: '/api/experience/interaction',
      answer: ({ interactionEvent, verificationRecords }) => ({
        interactionEvent,
        verificationRecords: (verificationRecords as Record<string, unknown>[]).map(({ id, type, verified: is }) => ({
          id,
          type,
          verified: is,
        })),
      }),
      recorded: 1,
    },
  ),
  row(
    password.verifyPassword,
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
    verificationCode.sendCode,
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
    verificationCode.verifyCode,
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
    social.getSocialAuthorizationUri,
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
    social.verifySocial,
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
    sso.findSsoConnectors,
    { email: 'a+b@c.test' },
    {
      kind: 'GET /api/experience/sso-connectors',
      url: '/api/experience/sso-connectors?email=a%2Bb%40c.test',
      answer: ({ connectorIds }) => ({ connectorIds }),
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

const modules: Record<string, unknown>[] = [interaction, password, social, sso, verificationCode, wellKnown];

describe('the endpoints', () => {
  it('are all in this table', () => {
    const exported = modules.flatMap((module) => Object.values(module));
    expect(table.map(([endpoint]) => endpoint)).to.have.members(exported);
  });

  for (const [endpoint, { kind, request, url, body, answer, recorded }] of table) {
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
        const kinds = [...(await recordedAnswers())].filter(([key]) => key.startsWith(`${kind} `));
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

  it('leave out what is not given', async () => {
    const { fetch, requests } = fakeFetch(new Response('Created', { status: 201 }));
    await createClient({ fetch }).call(interaction.identify, { verificationId: undefined });
    expect(await requests[0]?.json()).to.deep.equal({});
  });
});
