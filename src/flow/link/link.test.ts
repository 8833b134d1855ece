import { expect } from '@open-wc/testing';
import { apiError, flowHarness } from '../testing/harness.ts';

const url = '/one-time-token?app_id=app&one_time_token=secret&login_hint=alice@example.com';
const address = { type: 'email', value: 'alice@example.com' } as const;
const manual = { agreeToTermsPolicy: 'Manual', termsOfUseUrl: 'https://example.com/terms' };

describe('a magic link', () => {
  it('signs in once and keeps no token', async () => {
    const { flow, names, request, navigation } = flowHarness({ url });
    await flow.start();
    expect(names()).to.deep.equal(['PUT /', 'POST /verification/one-time-token/verify', 'POST /identification', 'POST /submit']);
    expect(request('POST /verification/one-time-token/verify')).to.deep.equal({ identifier: address, token: 'secret' });
    expect(navigation.left).to.have.length(1);
    expect(JSON.stringify(navigation.current())).not.to.contain('secret');
  });

  it('creates the account that it was sent for, after the terms', async () => {
    const { flow, answers, request, navigation } = flowHarness({
      url,
      settings: { ...manual, agreeToTermsPolicy: 'ManualRegistrationOnly' },
      answers: { 'POST /identification': apiError(404, 'user.user_not_exist') },
    });
    await flow.start();
    expect(flow.state.question?.code).to.equal('terms');
    expect(request('PUT /interaction-event')).to.equal(undefined);
    answers['POST /identification'] = undefined;
    await flow.answer(true);
    expect(request('PUT /interaction-event')).to.deep.equal({ interactionEvent: 'Register' });
    expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-link' });
    expect(navigation.left).to.have.length(1);
  });

  it('is not used before the terms are agreed to; declining leads to sign-in', async () => {
    const { flow, calls } = flowHarness({ url, settings: manual });
    await flow.start();
    expect(calls).to.deep.equal([]);
    await flow.answer(false);
    expect(flow.state.step.name).to.equal('sign-in');
    expect(calls).to.deep.equal([]);
  });

  it('asks for missing profile data, and Back does not follow the link again', async () => {
    const { flow, navigation } = flowHarness({
      url,
      answers: { 'POST /submit': apiError(422, 'user.missing_profile', '', { missingProfile: ['username'] }) },
    });
    await flow.start();
    expect(navigation.current().path).to.equal('/continue/username');
    navigation.back();
    expect(navigation.current().path).to.equal('/continue/username');
  });

  it('can be followed again after a connection failure', async () => {
    const { NetworkError } = await import('../../client/errors.ts');
    const { flow, answers, navigation } = flowHarness({ url, answers: { 'PUT /': new NetworkError('PUT /') } });
    await flow.start();
    const { step } = flow.state;
    answers['PUT /'] = undefined;
    if (step.name === 'error' && step.retry) await flow.retry(step.retry);
    expect(navigation.left).to.have.length(1);
  });

  it('can be continued if the connection failed after it was used', async () => {
    const { NetworkError } = await import('../../client/errors.ts');
    const { flow, answers, names, navigation } = flowHarness({
      url,
      answers: { 'POST /submit': new NetworkError('POST /submit') },
    });
    await flow.start();
    const { step } = flow.state;
    answers['POST /submit'] = { redirectTo: 'https://auth.example.com/oidc/auth/abc' };
    if (step.name === 'error' && step.retry) await flow.retry(step.retry);
    expect(names().filter((name) => name.endsWith('/verify'))).to.have.length(1);
    expect(navigation.left).to.have.length(1);
  });

  for (const code of ['one_time_token.token_consumed', 'one_time_token.email_mismatch', 'guard.invalid_input']) {
    it(`shows an error if it is no longer valid: ${code}`, async () => {
      const { flow } = flowHarness({ url, answers: { 'POST /verification/one-time-token/verify': apiError(400, code) } });
      await flow.start();
      expect(flow.state.step).to.deep.include({ name: 'error', code });
    });
  }

  it('asks for a password together with its address, so that password managers store both', async () => {
    const missing = apiError(422, 'user.missing_profile', '', { missingProfile: ['password'] });
    const { flow } = flowHarness({ url, answers: { 'POST /submit': missing } });
    await flow.start();
    expect(flow.state.step).to.deep.equal({ name: 'new-password', purpose: 'continue', identifier: address });
  });

  it('shows an error if the page is reloaded meanwhile', async () => {
    const { flow, calls } = flowHarness({ url: '/one-time-token?app_id=app', state: { name: 'one-time-token' } });
    await flow.start();
    expect(flow.state.step).to.deep.equal({ name: 'error', code: 'one_time_token.invalid', startOver: true });
    expect(calls).to.deep.equal([]);
  });
});

describe('a link for another account than the one signed in', () => {
  const consent = {
    user: {
      id: 'u',
      name: 'Bob',
      avatar: 'javascript:alert(1)',
      primaryEmail: null,
      primaryPhone: '8613800000002',
      username: 'bob',
    },
    redirectUri: 'https://app.example.com/callback?x=1',
  };
  const start = async () => {
    const harness = flowHarness({
      url: '/switch-account?app_id=app&one_time_token=secret&login_hint=alice@example.com',
      answers: { 'GET /api/interaction/consent': consent },
    });
    await harness.flow.start();
    return harness;
  };

  it('shows who is signed in, without URLs that could run scripts', async () => {
    const { flow } = await start();
    expect(flow.state.step).to.deep.equal({
      name: 'switch-account',
      token: 'secret',
      email: 'alice@example.com',
      current: { name: 'Bob', address: '+8613800000002', appUrl: 'https://app.example.com' },
    });
  });

  it('shows only an e-mail address, no other text from the link', async () => {
    for (const [hint, isShown] of [
      ['alice@example.com', true],
      ['alice+news@sub.example.co.uk', true],
      ["o'brien@example.com", true],
      ['jo@bücher.example', true],
      ['用户@例子.中国', true],
      ['Support: call +1 900 555 0100 now', false],
      ['Your account is locked, write to help@evil.example', false],
      ['Your account is locked. Call +1 900 555 0100', false],
      ['alice', false],
      ['alice@', false],
      ['@example.com', false],
      ['alice@localhost', false],
      ['\u202emoc.elpmaxe@ecila', false],
      ['alice\u202e@example.com', false],
      ['alice\u2066@example.com', false],
      ['alice\u200b@example.com', false],
      ['alice@example.com\u00ad', false],
      ['alice\u0000@example.com', false],
      ['alice@example.com\ncall', false],
      [`${'a'.repeat(3000)}@example.com`, false],
      ['<img src=x>@example.com', false],
      ['<b>alice</b>@example.com', false],
      ['https://evil.example/@example.com?x', false],
    ] as const) {
      const query = new URLSearchParams({ one_time_token: 'secret', login_hint: hint }).toString();
      const { flow } = flowHarness({ url: `/switch-account?${query}`, answers: { 'GET /api/interaction/consent': consent } });
      await flow.start();
      expect(flow.state.step.name, JSON.stringify(hint).slice(0, 60)).to.equal(isShown ? 'switch-account' : 'error');
    }
  });

  it('stays on the step after a reload, because nothing was used', async () => {
    const { navigation } = await start();
    const { path, search, state } = navigation.current();
    const reloaded = flowHarness({ url: path + search, state, answers: { 'GET /api/interaction/consent': consent } });
    await reloaded.flow.start();
    expect(reloaded.flow.state.step).to.deep.include({ name: 'switch-account', token: 'secret' });
  });

  it('leads on when nobody is signed in any more', async () => {
    const { flow } = flowHarness({
      url: '/switch-account?app_id=app&one_time_token=secret&login_hint=alice@example.com',
      answers: { 'GET /api/interaction/consent': apiError(400, 'session.not_found') },
    });
    await flow.start();
    expect(flow.state.step.name).to.equal('unknown-session');
  });

  it('is not reachable by Back afterwards', async () => {
    const { flow, navigation } = await start();
    await flow.do.goTo({ step: { name: 'one-time-token', token: 'secret', email: 'alice@example.com' }, replace: true });
    navigation.back();
    expect(navigation.current().path).not.to.equal('/switch-account');
  });

  it('signs in to the account of the link', async () => {
    const { flow, request, navigation } = await start();
    await flow.do.goTo({ step: { name: 'one-time-token', token: 'secret', email: 'alice@example.com' }, replace: true });
    expect(request('POST /verification/one-time-token/verify')).to.deep.equal({ identifier: address, token: 'secret' });
    expect(navigation.left).to.have.length(1);
    expect(navigation.current().search).not.to.contain('secret');
  });
});
