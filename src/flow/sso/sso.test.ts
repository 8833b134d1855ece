import { expect } from '@open-wc/testing';
import { ContractError, NetworkError, TimeoutError } from '../../client/errors.ts';
import { apiError, flowHarness, type HarnessOptions } from '../testing/harness.ts';

const email = { type: 'email', value: 'bob@acme.example', valid: true } as const;
const connectors = [
  { id: 'acme', connectorName: 'Acme', logo: '' },
  { id: 'beta', connectorName: 'Beta', logo: '' },
];
const company = (...ids: string[]) => ({ 'GET /sso-connectors': { connectorIds: ids } });
const tenant = (options: HarnessOptions = {}) =>
  flowHarness({ ...options, settings: { singleSignOnEnabled: true, ssoConnectors: connectors, ...options.settings } });
const attempt = () => new Map([['sie:1:social:acme', JSON.stringify({ flow: 'sso', state: 'token', verificationId: 'v-acme' })]]);
const away = [{ url: 'https://sso.acme.example/auth', how: 'assign' }];

describe('enterprise SSO', () => {
  for (const [name, act] of [
    ['the e-mail form', (flow) => flow.do.submitSsoEmail({ identifier: email })],
    ['the identifier', (flow) => flow.do.submitIdentifier({ identifier: email })],
    ['identifier and password', (flow) => flow.do.submitPassword({ identifier: email, password: '' })],
    ['the registration', (flow) => flow.do.submitRegistration({ identifier: email })],
  ] as const satisfies readonly (readonly [string, (flow: ReturnType<typeof flowHarness>['flow']) => Promise<void>])[]) {
    it(`is where ${name} leads when it covers the address`, async () => {
      const { flow, navigation, request } = tenant({
        answers: company('acme'),
        settings: { signUp: { identifiers: ['email'] } },
      });
      await act(flow);
      expect(navigation.left).to.deep.equal(away);
      expect(request('POST /verification/sso/acme/authorization-uri')).to.deep.equal({
        connectorId: 'acme',
        state: 'token',
        redirectUri: 'https://auth.example.com/callback/acme',
      });
    });
  }

  it('can be chosen when several connectors cover the address; unknown ones are left out', async () => {
    const { flow, navigation } = tenant({ answers: company('beta', 'acme', 'gone') });
    await flow.do.submitSsoEmail({ identifier: email });
    expect(flow.state.step).to.deep.equal({ name: 'sso-connectors', connectorIds: ['acme', 'beta'], email: email.value });
    expect(navigation.current().path).to.equal('/single-sign-on/connectors');
    await flow.do.startSso({ connectorId: 'acme' });
    expect(navigation.left).to.deep.equal(away);
  });

  it('shows an error at the field if no connector covers the address', async () => {
    const { flow } = tenant({ url: '/single-sign-on/email' });
    await flow.start();
    await flow.do.submitSsoEmail({ identifier: email });
    expect(flow.state.problem).to.deep.include({ field: 'identifier', code: 'sso.not_enabled' });
  });

  it('is looked up once for an address, while typing and on submit', async () => {
    const { flow, names } = tenant();
    await flow.findSsoConnectors(email.value, new AbortController().signal);
    await flow.do.submitIdentifier({ identifier: email });
    await flow.do.submitPassword({ identifier: email, password: 'secret' });
    expect(names().filter((name) => name === 'GET /sso-connectors')).to.have.length(1);
  });

  it('is not looked up when the tenant has none', async () => {
    const { flow, names } = flowHarness();
    await flow.do.submitIdentifier({ identifier: email });
    expect(names()).to.deep.equal([]);
    expect(await flow.findSsoConnectors(email.value, new AbortController().signal)).to.deep.equal([]);
  });

  it('is looked up while typing, and a failure is silent', async () => {
    const { signal } = new AbortController();
    const found = await tenant({ answers: company('acme') }).flow.findSsoConnectors(email.value, signal);
    expect(found.map(({ connectorName }) => connectorName)).to.deep.equal(['Acme']);
    const broken = tenant({ answers: { 'GET /sso-connectors': apiError(500, 'unknown') } });
    expect(await broken.flow.findSsoConnectors(email.value, signal)).to.deep.equal([]);
    expect(broken.flow.state.notice).to.equal(undefined);
  });

  it('lets people continue when the lookup rejects their address', async () => {
    const refused = { 'GET /sso-connectors': apiError(400, 'guard.invalid_input') };
    const { flow, navigation } = tenant({ answers: refused });
    await flow.do.submitPassword({ identifier: email, password: 'secret' });
    expect(navigation.left).to.have.length(1);
    const form = tenant({ answers: refused, url: '/single-sign-on/email' });
    await form.flow.start();
    await form.flow.do.submitSsoEmail({ identifier: email });
    expect(form.flow.state.problem).to.deep.include({ field: 'identifier', code: 'guard.invalid_input' });
  });

  for (const [what, failure] of [
    ['refuses the address', apiError(400, 'guard.invalid_input')],
    ['does not know it', apiError(404, 'entity.not_found')],
    ['is busy', apiError(429, 'unknown')],
    ['is busy, by a code', apiError(429, 'request.message_rate_limited')],
    ['fails', apiError(500, 'unknown')],
    ['is behind a proxy that fails', apiError(502, 'unknown')],
    ['is kept away by a firewall', apiError(403, 'unknown')],
    ['takes too long', new TimeoutError('GET /sso-connectors')],
    ['answers what cannot be read', new ContractError('GET /sso-connectors', ['not JSON'])],
  ] as const) {
    it(`lets people continue while the lookup ${what}, but shows an error on the SSO form`, async () => {
      const answers = { 'GET /sso-connectors': failure };
      const { flow, navigation } = tenant({ answers });
      await flow.do.submitIdentifier({ identifier: email });
      expect(flow.state.step.name).to.equal('password');
      await flow.do.submitPassword({ identifier: email, password: 'secret' });
      expect(navigation.left).to.have.length(1);
      const named = tenant({ answers, url: '/single-sign-on/email' });
      await named.flow.start();
      await named.flow.do.submitSsoEmail({ identifier: email });
      expect(named.flow.state.step.name).to.equal('single-sign-on');
      expect(named.flow.state.notice ?? named.flow.state.problem).to.have.property('code');
    });
  }

  for (const [what, failure, step] of [
    ['there is no connection', new NetworkError('GET /sso-connectors'), 'sign-in'],
    ['the session is lost', apiError(400, 'session.not_found'), 'unknown-session'],
  ] as const) {
    it(`is not skipped if ${what}`, async () => {
      const { flow, navigation } = tenant({ answers: { 'GET /sso-connectors': failure } });
      await flow.do.submitPassword({ identifier: email, password: 'secret' });
      expect(flow.state.step.name).to.equal(step);
      expect(navigation.left).to.have.length(0);
    });
  }

  it('follows whenever the server requires it', async () => {
    const needed = apiError(422, 'session.sso_enabled', '', { ssoConnectors: [{ id: 'beta', config: { clientSecret: 's' } }] });
    const { flow } = tenant({ answers: { 'POST /identification': needed } });
    await flow.do.submitPassword({ identifier: email, password: 'secret' });
    expect(flow.state.step).to.deep.equal({ name: 'sso-connectors', connectorIds: ['beta'], email: email.value });
    expect(JSON.stringify(flow.state)).not.to.contain('clientSecret');
  });

  it('starts only after agreement to the terms', async () => {
    const { flow, calls } = tenant({
      answers: company('acme'),
      settings: { agreeToTermsPolicy: 'Manual', termsOfUseUrl: 'https://example.com/terms' },
    });
    await flow.do.submitSsoEmail({ identifier: email });
    expect(flow.state.question?.code).to.equal('terms');
    expect(calls).to.deep.equal([]);
  });
});

describe('back from an enterprise SSO connector', () => {
  const back = async (options: HarnessOptions = {}) => {
    const harness = tenant({ url: '/callback/acme?code=c&state=token', session: attempt(), ...options });
    await harness.flow.start();
    return harness;
  };

  it('signs in with the response', async () => {
    const { request, navigation } = await back();
    expect(request('POST /verification/sso/acme/verify')).to.deep.equal({
      connectorId: 'acme',
      verificationId: 'v-acme',
      connectorData: { code: 'c' },
    });
    expect(navigation.left).to.have.length(1);
  });

  it('creates the account on the first visit, after the terms', async () => {
    const { flow, answers, request, navigation } = await back({
      answers: { 'POST /identification': apiError(404, 'user.sso_identity_not_exist') },
      settings: { agreeToTermsPolicy: 'ManualRegistrationOnly', termsOfUseUrl: 'https://example.com/terms' },
    });
    expect(flow.state.question?.code).to.equal('terms');
    answers['POST /identification'] = undefined;
    await flow.answer(true);
    expect(request('PUT /interaction-event')).to.deep.equal({ interactionEvent: 'Register' });
    expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-acme' });
    expect(navigation.left).to.have.length(1);
  });

  it('creates no account where registration is disabled', async () => {
    const { flow, request } = await back({
      answers: { 'POST /identification': apiError(404, 'user.sso_identity_not_exist') },
      settings: { signInMode: 'SignIn' },
    });
    expect(flow.state.step.name).to.equal('sign-in');
    expect(flow.state.notice).to.deep.include({ code: 'user.sso_identity_not_exist' });
    expect(request('PUT /interaction-event')).to.equal(undefined);
  });

  it('leads to sign-in when the address is blocked', async () => {
    const { flow } = await back({
      answers: { 'POST /identification': apiError(422, 'session.email_blocklist.email_not_allowed') },
    });
    expect(flow.state.step.name).to.equal('sign-in');
    expect(flow.state.notice).to.deep.include({ code: 'session.email_blocklist.email_not_allowed' });
  });

  it('creates an account where sign-in is disabled', async () => {
    const { request } = await back({
      answers: { 'POST /identification': apiError(403, 'auth.forbidden') },
      settings: { signInMode: 'Register' },
    });
    expect(request('PUT /interaction-event')).to.deep.equal({ interactionEvent: 'Register' });
  });

  it('leads to sign-in when the response is invalid', async () => {
    const { flow } = await back({ answers: { 'POST /verification/sso/acme/verify': apiError(500, 'single_sign_on.x') } });
    expect(flow.state.step.name).to.equal('sign-in');
  });

  it('can be started directly by an app or an identity provider', async () => {
    const { flow, navigation } = tenant({ url: '/direct/sso/acme?app_id=app' });
    await flow.start();
    expect(navigation.left).to.deep.equal([{ url: 'https://sso.acme.example/auth', how: 'replace' }]);
  });

  it('is opened once by the native app, while the page keeps its step', async () => {
    const posts: unknown[] = [];
    const native = {
      platform: 'ios',
      callbackLink: 'app://back',
      universal: true,
      nativeTargets: [],
      post: (request: unknown) => posts.push(request),
    } as const;
    const { flow, navigation } = tenant({ answers: company('acme'), native });
    await flow.do.submitSsoEmail({ identifier: email });
    expect(posts).to.have.length(1);
    expect(navigation.left).to.deep.equal([]);
    expect(flow.state.status).to.equal('idle');
  });
});
