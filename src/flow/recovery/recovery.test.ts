import { expect } from '@open-wc/testing';
import { apiError, flowHarness, type HarnessOptions } from '../testing/harness.ts';

const email = { type: 'email', value: 'alice@example.com', valid: true } as const;
const address = { type: 'email', value: 'alice@example.com' } as const;
const newPassword = apiError(422, 'user.new_password_required_in_profile');

const tenant = (options: HarnessOptions = {}) =>
  flowHarness({
    url: '/forgot-password?app_id=app',
    ...options,
    settings: { forgotPassword: { email: true, phone: false }, ...options.settings },
  });

describe('a lost password', () => {
  it('is replaced after a code, and then signs in', async () => {
    const { flow, answers, names, request, navigation } = tenant({ answers: { 'POST /submit': newPassword } });
    await flow.start();
    await flow.do.startRecovery({ identifier: email });
    expect(request('PUT /')).to.deep.include({ interactionEvent: 'ForgotPassword' });
    expect(request('POST /verification/verification-code')).to.deep.equal({
      identifier: address,
      interactionEvent: 'ForgotPassword',
    });
    expect(navigation.current().path).to.equal('/forgot-password/verification-code');
    await flow.do.submitCode({ purpose: 'forgot-password', identifier: address, verificationId: 'v-code', code: '123456' });
    expect(flow.state.step).to.deep.equal({ name: 'new-password', purpose: 'reset', identifier: address });
    expect(navigation.current().path).to.equal('/forgot-password/reset');
    answers['POST /submit'] = {};
    await flow.do.submitNewPassword({ purpose: 'reset', password: 'long enough 1' });
    expect(names().slice(-2)).to.deep.equal(['PUT /profile/password', 'POST /submit']);
    expect(flow.state).to.deep.include({ step: { name: 'sign-in' }, notice: { tone: 'success', code: 'password.changed' } });
    expect(navigation.left).to.deep.equal([]);
  });

  it('restores the typed address on the way back', async () => {
    const { flow, navigation, memory } = tenant({ url: '/reset-password?app_id=app&identifier=email' });
    await flow.start();
    await flow.do.startRecovery({ identifier: email });
    navigation.back();
    expect(flow.state.step).to.deep.equal({ name: 'forgot-password', focused: ['email'], identifier: address });
    expect(memory.identifier()).to.equal(undefined);
  });

  it('starts with the identifier that was typed for sign-in, and keeps that one', async () => {
    const { flow } = tenant({ url: '/sign-in?app_id=app' });
    await flow.start();
    await flow.do.goTo({ step: { name: 'forgot-password', identifier: address } });
    flow.back();
    expect(flow.options.knownIdentifier()).to.deep.equal(address);
  });

  it('accepts only the tenant’s identifier types for recovery', async () => {
    const { flow, calls } = tenant();
    await flow.start();
    await flow.do.startRecovery({ identifier: { type: 'phone', value: '8613800000001', valid: true } });
    expect(flow.state.problem).to.deep.include({ field: 'identifier', code: 'input.invalid_email' });
    expect(calls).to.deep.equal([]);
  });

  it('does not reveal whether an address has an account before the code is accepted', async () => {
    const { flow } = tenant({ answers: { 'POST /identification': apiError(404, 'user.user_not_exist') } });
    await flow.start();
    await flow.do.startRecovery({ identifier: email });
    expect(flow.state.step.name).to.equal('verification-code');
    await flow.do.submitCode({ purpose: 'forgot-password', identifier: address, verificationId: 'v-code', code: '123456' });
    expect(flow.state.question?.code).to.equal('user.user_not_exist');
    await flow.answer(true);
    expect(flow.state.step.name).to.equal('forgot-password');
  });

  it('rejects the current password', async () => {
    const { flow } = tenant({
      url: '/forgot-password/reset',
      answers: { 'PUT /profile/password': apiError(422, 'user.same_password') },
    });
    await flow.start();
    await flow.do.submitNewPassword({ purpose: 'reset', password: 'long enough 1' });
    expect(flow.state.problem).to.deep.include({ field: 'newPassword', code: 'user.same_password' });
  });

  it('does not change the identifier for sign-in', async () => {
    const { flow, memory } = tenant();
    memory.rememberIdentifier({ type: 'username', value: 'alice' });
    await flow.start();
    await flow.do.startRecovery({ identifier: email });
    expect(memory.identifier()).to.deep.equal({ type: 'username', value: 'alice' });
  });

  it('leads back when the verification has expired', async () => {
    const gone = apiError(404, 'session.verification_session_not_found');
    const { flow } = tenant({ url: '/forgot-password/reset', answers: { 'PUT /profile/password': gone } });
    await flow.start();
    await flow.do.submitNewPassword({ purpose: 'reset', password: 'long enough 1' });
    expect(flow.state.step.name).to.equal('sign-in');
  });
});

describe('a password that is too old', () => {
  const expired = { 'POST /verification/password': apiError(422, 'password.expired') };

  it('leads to a new one, whatever the answer', async () => {
    for (const accepted of [true, false]) {
      const { flow } = tenant({ url: '/sign-in', answers: expired });
      await flow.start();
      await flow.do.submitPassword({ identifier: email, password: 'old' });
      expect(flow.state.question?.code).to.equal('password.expired');
      await flow.answer(accepted);
      expect(flow.state.step).to.deep.equal({ name: 'forgot-password', identifier: address });
    }
  });

  it('is shown as a message if there is no password recovery', async () => {
    const { flow } = tenant({ url: '/sign-in', answers: expired, settings: { forgotPassword: {} } });
    await flow.start();
    await flow.do.submitPassword({ identifier: email, password: 'old' });
    expect(flow.state.notice).to.deep.include({ code: 'password.expired' });
  });
});

describe('a link to set a new password', () => {
  const url = '/reset-password?one_time_token=secret&login_hint=alice@example.com';

  it('goes straight to the new password and is removed from the address', async () => {
    const { flow, request, navigation } = tenant({ url });
    await flow.start();
    expect(request('POST /verification/one-time-token/verify')).to.deep.equal({ identifier: address, token: 'secret' });
    expect(flow.state.step).to.deep.equal({ name: 'new-password', purpose: 'reset', identifier: address });
    expect(JSON.stringify(navigation.current())).not.to.contain('secret');
  });

  it('can be continued if the connection failed after it was used', async () => {
    const { NetworkError } = await import('../../client/errors.ts');
    const { flow, answers, names } = tenant({
      url,
      answers: { 'POST /identification': new NetworkError('POST /identification') },
    });
    await flow.start();
    const { step } = flow.state;
    answers['POST /identification'] = undefined;
    if (step.name === 'error' && step.retry) await flow.retry(step.retry);
    expect(names().filter((name) => name.endsWith('/verify'))).to.have.length(1);
    expect(flow.state.step).to.deep.equal({ name: 'new-password', purpose: 'reset', identifier: address });
  });

  it('asks for the address if it names none', async () => {
    const { flow, request, navigation } = tenant({
      url: '/reset-password?one_time_token=secret',
      settings: { forgotPassword: {} },
    });
    await flow.start();
    expect(flow.state.step).to.deep.equal({ name: 'forgot-password', focused: ['email'], token: 'secret' });
    expect(JSON.stringify(navigation.current())).not.to.contain('secret');
    await flow.do.startRecovery({ identifier: email, token: 'secret' });
    expect(request('POST /verification/one-time-token/verify')).to.deep.equal({ identifier: address, token: 'secret' });
    expect(flow.state.step.name).to.equal('new-password');
  });

  for (const code of ['token_not_found', 'token_expired', 'token_consumed', 'token_revoked', 'email_mismatch']) {
    it(`shows an error if it is no longer valid: ${code}`, async () => {
      const { flow } = tenant({
        url,
        answers: { 'POST /verification/one-time-token/verify': apiError(400, `one_time_token.${code}`) },
      });
      await flow.start();
      expect(flow.state.step).to.deep.include({ name: 'error', code: `one_time_token.${code}` });
    });
  }
});
