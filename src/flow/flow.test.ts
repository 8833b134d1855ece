import { expect } from '@open-wc/testing';
import { NetworkError, TimeoutError } from '../client/errors.ts';
import { commands } from './commands.ts';
import { apiError, flowHarness } from './testing/harness.ts';

const alice = { type: 'username', value: 'alice', valid: true } as const;
const phone = { type: 'phone', value: '8613800000001', valid: true } as const;
const email = { type: 'email', value: 'alice@example.com', valid: true } as const;

describe('signing in with a password', () => {
  it('starts an interaction, verifies the password, identifies, submits and redirects to the app', async () => {
    const { flow, names, navigation } = flowHarness();
    await flow.start();
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(names()).to.deep.equal(['PUT /', 'POST /verification/password', 'POST /identification', 'POST /submit']);
    expect(navigation.left).to.deep.equal([{ url: 'https://auth.example.com/oidc/auth/abc', how: 'replace' }]);
    expect(flow.state.status).to.equal('redirecting');
  });

  it('lets the host page prevent the redirect', async () => {
    const asked: string[] = [];
    const { flow, navigation } = flowHarness({ mayLeave: (url) => asked.push(url) > 1 });
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(asked).to.deep.equal(['https://auth.example.com/oidc/auth/abc']);
    expect(navigation.left).to.deep.equal([]);
  });

  for (const redirectTo of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', '', 'https:/x', 'intent://x']) {
    it(`refuses to redirect to ${JSON.stringify(redirectTo)}`, async () => {
      const { flow, navigation } = flowHarness({ answers: { 'POST /submit': { redirectTo } } });
      await flow.do.submitPassword({ identifier: alice, password: 'secret' });
      expect(navigation.left).to.deep.equal([]);
      expect(flow.state.step).to.deep.equal({ name: 'error', code: 'redirect.unsafe' });
    });
  }

  it('reports missing input without a request, and names the field', async () => {
    const { flow, calls } = flowHarness();
    await flow.do.submitPassword({ identifier: { type: undefined, value: '', valid: false }, password: 'x' });
    expect(flow.state.problem).to.deep.include({ field: 'identifier', code: 'input.identifier_required' });
    await flow.do.submitPassword({ identifier: alice, password: '' });
    expect(flow.state.problem).to.deep.include({ field: 'password', code: 'input.password_required' });
    expect(calls).to.deep.equal([]);
  });

  it('does not reveal whether identifier or password is wrong, except on the password step', async () => {
    const wrong = { 'POST /verification/password': apiError(422, 'session.invalid_credentials', 'Incorrect.') };
    const first = flowHarness({ answers: wrong });
    await first.flow.do.submitPassword({ identifier: alice, password: 'bad' });
    expect(first.flow.state.problem).to.equal(undefined);
    expect(first.flow.state.notice).to.deep.include({
      code: 'session.invalid_credentials',
      message: 'Incorrect.',
      tone: 'danger',
    });

    const second = flowHarness({ answers: wrong });
    await second.flow.do.submitIdentifier({ identifier: alice });
    await second.flow.do.submitPassword({ identifier: alice, password: 'bad' });
    expect(second.flow.state.problem).to.deep.include({ field: 'password', code: 'session.invalid_credentials' });
  });

  it('sends one request for two quick submits', async () => {
    const { flow, calls } = flowHarness();
    await Promise.all([
      flow.do.submitPassword({ identifier: alice, password: 'secret' }),
      flow.do.submitPassword({ identifier: alice, password: 'secret' }),
    ]);
    expect(calls.filter(({ name }) => name === 'POST /submit')).to.have.length(1);
  });

  it('shows a suspended account at an address that can be reloaded', async () => {
    const { flow, navigation } = flowHarness({ answers: { 'POST /identification': apiError(401, 'user.suspended') } });
    await flow.start();
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(flow.state.step.name).to.equal('account-suspended');
    expect(navigation.current().path).to.equal('/sign-in');
  });
});

describe('identifier first', () => {
  it('goes on to the password of a username', async () => {
    const { flow, calls, navigation } = flowHarness();
    await flow.start();
    await flow.do.submitIdentifier({ identifier: alice });
    expect(flow.state.step).to.deep.equal({ name: 'password', identifier: { type: 'username', value: 'alice' } });
    expect(navigation.current()).to.deep.include({ path: '/sign-in/password', search: '?app_id=app' });
    expect(calls).to.deep.equal([]);
  });

  it('goes to the password or sends a code, whichever the tenant prefers', async () => {
    const { flow, names, navigation } = flowHarness();
    await flow.do.submitIdentifier({ identifier: email });
    expect(flow.state.step.name).to.equal('password');
    flow.back();
    await flow.do.submitIdentifier({ identifier: phone });
    expect(flow.state.step).to.deep.include({ name: 'verification-code', verificationId: 'v-code', sentAt: 1_000_000 });
    expect(names()).to.deep.equal(['PUT /', 'POST /verification/verification-code']);
    expect(navigation.current().path).to.equal('/sign-in/verification-code');
  });

  it('names the identifier types of the form in errors', async () => {
    const { flow } = flowHarness();
    await flow.do.submitIdentifier({ identifier: { type: 'phone', value: '123', valid: false } });
    expect(flow.state.problem).to.deep.include({ code: 'input.invalid_identifier' });
    const onlyEmail = flowHarness({ settings: { signIn: { methods: [{ identifier: 'email', verificationCode: true }] } } });
    await onlyEmail.flow.do.submitIdentifier({ identifier: { type: 'email', value: 'nobody', valid: true } });
    expect(onlyEmail.flow.state.problem).to.deep.include({ code: 'input.invalid_email' });
  });

  it('names only the identifier types that the app limited the screen to', async () => {
    for (const [url, command, code] of [
      ['/identifier-sign-in?identifier=email', 'submitIdentifier', 'input.invalid_email'],
      ['/identifier-register?identifier=email', 'submitRegistration', 'input.invalid_email'],
    ] as const) {
      const { flow } = flowHarness({ url, settings: { signUp: { identifiers: ['username', 'email'] } } });
      await flow.start();
      await flow.do[command]({ identifier: { type: 'username', value: 'alice', valid: true } });
      expect(flow.state.problem?.code, url).to.equal(code);
    }
  });

  it('leads to the password, if there is one, when no more codes can be sent', async () => {
    const quota = { 'POST /verification/verification-code': apiError(429, 'connector.usage_limit_exceeded') };
    const { flow } = flowHarness({ answers: quota });
    await flow.do.submitIdentifier({ identifier: phone });
    expect(flow.state.step).to.deep.equal({ name: 'password', identifier: { type: 'phone', value: phone.value } });
    expect(flow.state.notice).to.deep.equal({ code: 'code.not_sent_use_password', tone: 'danger' });
    const codes = { signIn: { methods: [{ identifier: 'phone', verificationCode: true }] } };
    const alone = flowHarness({ answers: quota, settings: codes });
    await alone.flow.do.submitIdentifier({ identifier: phone });
    expect(alone.flow.state).to.deep.include({ step: { name: 'sign-in' } });
    expect(alone.flow.state.notice).to.deep.include({ code: 'connector.usage_limit_exceeded' });
  });

  it('restores the typed identifier on the way back', async () => {
    const { flow } = flowHarness();
    await flow.start();
    await flow.do.submitIdentifier({ identifier: email });
    flow.back();
    expect(flow.state.step.name).to.equal('sign-in');
    expect(flow.options.knownIdentifier()).to.deep.equal({ type: 'email', value: 'alice@example.com' });
  });
});

describe('a one-time code', () => {
  const codeStep = async (options: Parameters<typeof flowHarness>[0] = {}) => {
    const harness = flowHarness(options);
    await harness.flow.start();
    await harness.flow.do.submitIdentifier({ identifier: phone });
    return harness;
  };
  const submission = { identifier: { type: 'phone', value: phone.value } as const, verificationId: 'v-code' };

  it('signs in', async () => {
    const { flow, navigation, names } = await codeStep();
    await flow.do.submitCode({ purpose: 'sign-in', ...submission, code: '123456' });
    expect(names().slice(2)).to.deep.equal([
      'POST /verification/verification-code/verify',
      'POST /identification',
      'POST /submit',
    ]);
    expect(navigation.left).to.have.length(1);
  });

  it('is not sent before it is complete', async () => {
    const { flow, calls } = await codeStep();
    const before = calls.length;
    await flow.do.submitCode({ purpose: 'sign-in', ...submission, code: '12345' });
    expect(flow.state.problem).to.deep.include({ field: 'code', code: 'input.code_incomplete' });
    expect(calls).to.have.length(before);
  });

  for (const code of ['code_mismatch', 'expired', 'exceed_max_try', 'not_found']) {
    it(`shows at the field that it is wrong: ${code}`, async () => {
      const { flow } = await codeStep({
        answers: { 'POST /verification/verification-code/verify': apiError(400, `verification_code.${code}`) },
      });
      await flow.do.submitCode({ purpose: 'sign-in', ...submission, code: '000000' });
      expect(flow.state.problem).to.deep.include({ field: 'code', code: `verification_code.${code}` });
      expect(flow.state.step.name).to.equal('verification-code');
    });
  }

  it('is not verified again when the connection fails after it was accepted', async () => {
    const { flow, answers, names, navigation } = await codeStep({
      answers: { 'POST /identification': new NetworkError('POST /identification') },
    });
    await flow.do.submitCode({ purpose: 'sign-in', ...submission, code: '123456' });
    expect(flow.state.notice).to.deep.include({ code: 'network' });
    answers['POST /identification'] = undefined;
    await flow.do.submitCode({ purpose: 'sign-in', ...submission, code: '123456' });
    expect(names().filter((name) => name.endsWith('/verify'))).to.have.length(1);
    expect(navigation.left).to.have.length(1);
  });

  it('can be sent again, which replaces the previous one', async () => {
    const { flow, answers, navigation } = await codeStep();
    answers['POST /verification/verification-code'] = { verificationId: 'v-second' };
    await flow.do.resendCode({ purpose: 'sign-in', identifier: submission.identifier });
    expect(flow.state.step).to.deep.include({ name: 'verification-code', verificationId: 'v-second' });
    expect(flow.state.notice).to.deep.equal({ tone: 'success', code: 'code.sent' });
    navigation.back();
    expect(flow.state.step.name).to.equal('sign-in');
  });

  for (const [purpose, path] of [
    ['sign-in', '/sign-in'],
    ['register', '/register'],
    ['forgot-password', '/forgot-password'],
    ['continue', '/continue/emailOrPhone'],
  ] as const) {
    it(`leads back to where the address can be changed, also without a history: ${purpose}`, async () => {
      const { flow, navigation } = flowHarness({
        url: `/${purpose}/verification-code`,
        state: { ...submission, missing: 'emailOrPhone' },
        settings: { forgotPassword: { phone: true } },
      });
      await flow.start();
      flow.back();
      expect(navigation.current().path).to.equal(path);
    });
  }

  it('survives a reload', async () => {
    const { navigation } = await codeStep();
    const { path, search, state } = navigation.current();
    const reloaded = flowHarness({ url: path + search, state: JSON.parse(JSON.stringify(state)) });
    await reloaded.flow.start();
    expect(reloaded.flow.state.step).to.deep.include({ name: 'verification-code', verificationId: 'v-code', sentAt: 1_000_000 });
  });

  it('is filled in from a text message where the browser supports that', async () => {
    let arrive: (code: string) => void = () => undefined;
    const { flow } = await codeStep({ oneTimeCode: { receive: () => new Promise((resolve) => (arrive = resolve)) } });
    arrive('654321');
    await Promise.resolve();
    await Promise.resolve();
    expect(flow.state.receivedCode).to.equal('654321');
  });
});

describe('agreement to the terms', () => {
  const manual = { agreeToTermsPolicy: 'Manual', termsOfUseUrl: 'https://example.com/terms' };

  for (const [name, act] of [
    ['a password', (flow) => flow.do.submitPassword({ identifier: alice, password: 'secret' })],
    ['an identifier', (flow) => flow.do.submitIdentifier({ identifier: phone })],
    ['a social button', (flow) => flow.do.startSocial({ connectorId: 'ding' })],
    ['a code instead', (flow) => flow.do.sendCode({ identifier: { type: 'phone', value: '86138' } })],
  ] as const satisfies readonly (readonly [string, (flow: ReturnType<typeof flowHarness>['flow']) => Promise<void>])[]) {
    it(`is required before ${name}, and agreeing continues with it`, async () => {
      const { flow, calls } = flowHarness({ settings: manual });
      await act(flow);
      expect(flow.state.question?.code).to.equal('terms');
      expect(calls).to.deep.equal([]);
      await flow.answer(true);
      expect(calls.length).to.be.greaterThan(0);
      expect(flow.state.agreed).to.equal(true);
    });
  }

  for (const purpose of ['sign-in', 'register'] as const) {
    it(`is required before the code is verified if the checkbox was cleared after sending it: ${purpose}`, async () => {
      const { flow, calls } = flowHarness({ settings: manual });
      await flow.do.submitCode({ purpose, identifier: { type: 'phone', value: '86138' }, verificationId: 'v', code: '123456' });
      expect(flow.state.question?.code).to.equal('terms');
      expect(calls).to.deep.equal([]);
    });
  }

  it('is not required for account recovery', async () => {
    const { flow } = flowHarness({ settings: manual });
    const identifier = { type: 'phone', value: '86138' } as const;
    await flow.do.submitCode({ purpose: 'forgot-password', identifier, verificationId: 'v', code: '123456' });
    expect(flow.state.question).to.equal(undefined);
  });

  it('keeps passwords out of the state while it waits for the answer', async () => {
    const { flow, navigation } = flowHarness({ settings: manual });
    const states: unknown[] = [];
    flow.subscribe((state) => states.push(state));
    await flow.do.submitPassword({ identifier: alice, password: 'very secret' });
    await flow.answer(true);
    expect(navigation.left).to.have.length(1);
    expect(JSON.stringify(states)).not.to.contain('very secret');
  });

  it('survives a reload and the way to a provider', async () => {
    const session = new Map<string, string>();
    flowHarness({ settings: manual, session }).flow.setAgreed(true);
    const { flow } = flowHarness({ settings: manual, session, state: {} });
    expect(flow.state.agreed).to.equal(true);
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(flowHarness({ settings: manual, session, state: {} }).flow.state.agreed).to.equal(false);
  });

  it('is required again on a new visit from an app', () => {
    const session = new Map<string, string>();
    flowHarness({ settings: manual, session }).flow.setAgreed(true);
    expect(flowHarness({ settings: manual, session, url: '/sign-in?app_id=other' }).flow.state.agreed).to.equal(false);
  });

  it('is required before direct sign-in too; declining leads to the sign-in screen', async () => {
    const { flow, calls } = flowHarness({ settings: manual, url: '/direct/social/dingtalk?app_id=app' });
    await flow.start();
    expect(flow.state.question?.code).to.equal('terms');
    await flow.answer(false);
    expect(flow.state.step.name).to.equal('sign-in');
    expect(calls).to.deep.equal([]);
  });

  it('is not requested once the checkbox is ticked', async () => {
    const { flow } = flowHarness({ settings: manual });
    flow.setAgreed(true);
    await flow.do.submitIdentifier({ identifier: alice });
    expect(flow.state.step.name).to.equal('password');
  });
});

it('shows the step of the current address if the address changed while the chunk was loading', async () => {
  const { flow, navigation } = flowHarness({
    url: '/forgot-password',
    settings: {
      forgotPassword: { email: true, phone: false },
      singleSignOnEnabled: true,
      ssoConnectors: [{ id: 'acme', connectorName: 'Acme', logo: '' }],
    },
  });
  const started = flow.start();
  navigation.replace('/single-sign-on/email', {});
  await started;
  expect(flow.state.step.name).to.equal('single-sign-on');
  expect(navigation.current().path).to.equal('/single-sign-on/email');
});

class Deferred {
  declare resolve: (value?: unknown) => void;
  declare reject: (error: Error) => void;
  readonly promise = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
}

describe('a step whose screen is not loaded yet', () => {
  const everything = {
    signUp: { identifiers: ['email'], password: true, verify: true },
    forgotPassword: { email: true, phone: false },
    singleSignOnEnabled: true,
    ssoConnectors: [{ id: 'acme', connectorName: 'Acme', logo: '' }],
  };

  /** Commands that lead to another step, with the step they begin at. */
  const changes: readonly (readonly [
    url: string,
    go: (flow: ReturnType<typeof flowHarness>['flow']) => Promise<void>,
    to: string,
  ])[] = [
    ['/sign-in', (flow) => flow.do.submitIdentifier({ identifier: alice }), '/sign-in/password'],
    ['/sign-in', (flow) => flow.do.submitIdentifier({ identifier: phone }), '/sign-in/verification-code'],
    ['/sign-in', (flow) => flow.do.goTo({ step: { name: 'register' } }), '/register'],
    ['/sign-in', (flow) => flow.do.goTo({ step: { name: 'forgot-password' } }), '/forgot-password'],
    ['/sign-in', (flow) => flow.do.goTo({ step: { name: 'single-sign-on' } }), '/single-sign-on/email'],
    ['/register', (flow) => flow.do.submitRegistration({ identifier: email }), '/register/verification-code'],
    ['/forgot-password', (flow) => flow.do.startRecovery({ identifier: email }), '/forgot-password/verification-code'],
  ];
  for (const [url, go, to] of changes) {
    const start = async () => {
      const [screen, asked] = [new Deferred(), new Deferred()];
      const loadScreen = () => {
        asked.resolve();
        return screen.promise;
      };
      const harness = flowHarness({ url, settings: everything, loadScreen });
      await harness.flow.start();
      const before = harness.flow.state.step;
      const going = go(harness.flow);
      await asked.promise;
      expect(harness.flow.state).to.deep.include({ status: 'busy', step: before });
      expect(harness.navigation.current().path).to.equal(url);
      return { ...harness, screen, before, going };
    };

    it(`keeps address and step until the screen is loaded: ${url} to ${to}`, async () => {
      const { flow, navigation, screen, going } = await start();
      screen.resolve();
      await going;
      expect(navigation.current().path).to.equal(to);
      expect(flow.state.status).to.equal('idle');
    });

    it(`keeps the current step if the screen cannot be loaded: ${url} to ${to}`, async () => {
      const { flow, navigation, screen, before, going } = await start();
      screen.reject(new Error());
      await going;
      expect(navigation.current().path).to.equal(url);
      expect(flow.state).to.deep.include({ status: 'idle', step: before });
      expect(flow.state.notice).to.deep.include({ code: 'chunk_load_failed', tone: 'danger' });
    });

    it(`is not shown if the person went back meanwhile: ${url} to ${to}`, async () => {
      const { flow, navigation, screen, going } = await start();
      flow.back();
      const where = [flow.state.step, navigation.current().path];
      screen.resolve();
      await going;
      expect([flow.state.step, navigation.current().path]).to.deep.equal(where);
    });
  }

  it('is shown at once when a step that runs automatically leads to it', async () => {
    const { flow } = flowHarness({
      url: '/callback/social/ding?state=other&code=c',
      loadScreen: () => new Promise(() => undefined),
    });
    await flow.start();
    expect(flow.state.step.name).to.equal('sign-in');
  });
});

describe('an address whose step is known only by the chunk of the commands', () => {
  const link = '/one-time-token?one_time_token=t&login_hint=a@b.c';

  it('starts nothing after the flow was disposed of', async () => {
    const { flow, calls, navigation } = flowHarness({ url: link });
    const starting = flow.start();
    flow.dispose();
    await starting;
    expect(calls).to.deep.equal([]);
    expect(navigation.left).to.deep.equal([]);
  });

  it('is dropped when the person moves on meanwhile, and the step shown next stays the same', async () => {
    const { flow, navigation } = flowHarness({ url: '/sign-in' });
    await flow.start();
    navigation.push('/sign-in/password', { identifier: { type: 'username', value: 'alice' } });
    navigation.push('/elsewhere', null);
    navigation.back();
    navigation.back();
    const { step } = flow.state;
    await flow.findSsoConnectors('a@b.c', new AbortController().signal);
    expect(navigation.current().path).to.equal('/sign-in');
    expect(flow.state.step).to.equal(step);
  });
});

describe('the connection to the server', () => {
  it('keeps the step and shows an error when the network fails; the command can be retried', async () => {
    const { flow, answers, navigation } = flowHarness({ answers: { 'PUT /': new NetworkError('PUT /') } });
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(flow.state).to.deep.include({ status: 'idle', step: { name: 'sign-in' } });
    expect(flow.state.notice).to.deep.include({ code: 'network' });
    answers['PUT /'] = undefined;
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(navigation.left).to.have.length(1);
  });

  it('offers a retry on a step that runs automatically', async () => {
    const { flow, answers, navigation } = flowHarness({
      url: '/direct/social/dingtalk?app_id=app',
      answers: { 'PUT /': new TimeoutError('PUT /') },
    });
    await flow.start();
    const { step } = flow.state;
    expect(step).to.deep.include({ name: 'error', code: 'timeout' });
    answers['PUT /'] = undefined;
    if (step.name === 'error' && step.retry) await flow.retry(step.retry);
    expect(navigation.left).to.deep.equal([{ url: 'https://login.dingtalk.example/auth?state=s', how: 'replace' }]);
  });

  for (const code of ['session.not_found', 'session.interaction_not_found']) {
    it(`shows that the session is lost: ${code}`, async () => {
      const { flow } = flowHarness({ answers: { 'PUT /': apiError(400, code) } });
      await flow.do.submitPassword({ identifier: alice, password: 'secret' });
      expect(flow.state.step.name).to.equal('unknown-session');
    });
  }

  it('redirects to the tenant’s address for lost sessions', async () => {
    const { flow, navigation } = flowHarness({
      answers: { 'PUT /': apiError(400, 'session.not_found') },
      settings: { unknownSessionRedirectUrl: 'https://app.example.com/start' },
    });
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(navigation.left).to.deep.equal([{ url: 'https://app.example.com/start', how: 'replace' }]);
  });

  it('reports a server failure without a reason as such', async () => {
    const { flow } = flowHarness({ answers: { 'PUT /': apiError(500, 'unknown', '') } });
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(flow.state.notice).to.deep.include({ code: 'service.failed', tone: 'danger', reference: 'HTTP 500' });
    expect(flow.state.status).to.equal('idle');
  });

  it('aborts when the person goes back, and ignores late responses', async () => {
    let fail: (error: Error) => void = () => undefined;
    const { flow, calls } = flowHarness({ answers: { 'PUT /': new Promise((_, reject) => (fail = reject)) } });
    await flow.start();
    await flow.do.submitIdentifier({ identifier: alice });
    const submitted = flow.do.submitPassword({ identifier: alice, password: 'secret' });
    while (calls.length === 0) await new Promise(requestAnimationFrame);
    flow.back();
    expect(calls[0]?.signal?.aborted).to.equal(true);
    fail(new NetworkError('PUT /'));
    await submitted;
    expect(flow.state).to.deep.include({ status: 'idle', step: { name: 'sign-in' } });
    expect(flow.state.notice).to.equal(undefined);
  });

  it('can be used again when the page is restored from the back/forward cache', async () => {
    const { flow } = flowHarness();
    await flow.do.submitPassword({ identifier: alice, password: 'secret' });
    expect(flow.state.status).to.equal('redirecting');
    flow.resume();
    expect(flow.state.status).to.equal('idle');
  });
});

it('no command stays pending, whatever the server responds', async () => {
  for (const command of Object.keys(commands)) {
    for (const failure of [apiError(500, 'unknown'), new NetworkError('x'), new Error('bug')]) {
      const { flow, answers } = flowHarness();
      for (const name of Object.keys(answers)) answers[name] = failure;
      await (flow.do as unknown as Record<string, (input: unknown) => Promise<void>>)[command]?.({
        identifier: alice,
        code: '123456',
        step: { name: 'error', code: 'x' },
      });
      expect(flow.state.status, `${command} after ${failure.name}`).to.equal('idle');
    }
  }
});

it('an unknown command is reported as a bug and does not stay pending', async () => {
  const { flow } = flowHarness();
  await flow.retry({ command: 'typo' as 'goTo', input: {} });
  expect(flow.state).to.deep.include({ status: 'idle' });
  expect(flow.state.notice).to.deep.include({ code: 'unknown' });
});

it('freezes every state', async () => {
  const { flow } = flowHarness();
  flow.subscribe((state) => expect(Object.isFrozen(state)).to.equal(true));
  await flow.start();
  expect(Object.isFrozen(flow.state)).to.equal(true);
});
