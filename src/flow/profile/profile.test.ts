import { expect } from '@open-wc/testing';
import { apiError, flowHarness, type HarnessOptions } from '../testing/harness.ts';

const missing = (...missingProfile: string[]) => apiError(422, 'user.missing_profile', '', { missingProfile });
const alice = { type: 'username', value: 'alice', valid: true } as const;
const address = { type: 'email', value: 'alice@example.com' } as const;

/** A sign-in to an account with missing profile data. */
const signedIn = async (lacking: readonly string[], options: HarnessOptions = {}) => {
  const harness = flowHarness({ ...options, answers: { 'POST /submit': missing(...lacking), ...options.answers } });
  await harness.flow.start();
  await harness.flow.do.submitPassword({ identifier: alice, password: 'secret' });
  return harness;
};

describe('missing profile data', () => {
  for (const [name, step, path] of [
    ['username', { name: 'missing-identifier', missing: 'username' }, '/continue/username'],
    ['email', { name: 'missing-identifier', missing: 'email' }, '/continue/email'],
    ['phone', { name: 'missing-identifier', missing: 'phone' }, '/continue/phone'],
    ['emailOrPhone', { name: 'missing-identifier', missing: 'emailOrPhone' }, '/continue/emailOrPhone'],
    ['extraProfile', { name: 'extra-profile' }, '/continue/extra-profile'],
    [
      'password',
      { name: 'new-password', purpose: 'continue', identifier: { type: 'username', value: 'alice' } },
      '/continue/password',
    ],
  ] as const) {
    it(`is asked for: ${name}`, async () => {
      const { flow, navigation } = await signedIn([name]);
      expect(flow.state.step).to.deep.equal(step);
      expect(navigation.current().path).to.equal(path);
    });
  }

  it('is asked for in the order of the server', async () => {
    const { flow, answers } = await signedIn(['username', 'password']);
    expect(flow.state.step.name).to.equal('missing-identifier');
    answers['POST /submit'] = missing('password');
    await flow.do.submitMissingIdentifier({ missing: 'username', identifier: alice });
    expect(flow.state.step.name).to.equal('new-password');
  });

  it('is not requested in a loop: an unknown required field is named', async () => {
    const { flow } = await signedIn(['extraProfile']);
    await flow.do.submitProfile({ values: {} });
    expect(flow.state.step).to.deep.include({ name: 'error', code: 'user.missing_profile' });
  });

  it('is named on a screen with a button if this page does not support it', async () => {
    const { flow } = await signedIn(['shoeSize']);
    expect(flow.state.step).to.deep.include({ name: 'error', code: 'user.missing_profile' });
  });

  it('needs only a submission for an account that is already identified', async () => {
    const { flow, answers, names, navigation } = await signedIn(['username']);
    answers['POST /submit'] = { redirectTo: 'https://auth.example.com/oidc/auth/abc' };
    const before = names().length;
    await flow.do.submitMissingIdentifier({ missing: 'username', identifier: alice });
    expect(names().slice(before)).to.deep.equal(['POST /profile', 'POST /submit']);
    expect(navigation.left).to.have.length(1);
  });

  it('an address is verified by a code in the same interaction', async () => {
    const { flow, answers, names, request, navigation } = await signedIn(['emailOrPhone']);
    answers['POST /submit'] = { redirectTo: 'https://auth.example.com/oidc/auth/abc' };
    await flow.do.submitMissingIdentifier({ missing: 'emailOrPhone', identifier: { ...address, valid: true } });
    expect(request('POST /verification/verification-code')).to.deep.equal({ identifier: address, interactionEvent: 'SignIn' });
    expect(flow.state.step).to.deep.include({ name: 'verification-code', purpose: 'continue', missing: 'emailOrPhone' });
    const before = names().length;
    await flow.do.submitCode({ purpose: 'continue', identifier: address, verificationId: 'v-code', code: '123456' });
    expect(names().slice(before)).to.deep.equal(['POST /verification/verification-code/verify', 'POST /profile', 'POST /submit']);
    expect(request('POST /profile')).to.deep.equal({ type: 'email', verificationId: 'v-code' });
    expect(navigation.left).to.have.length(1);
  });

  it('an address of another account can only be changed', async () => {
    const { flow } = await signedIn(['emailOrPhone'], {
      answers: { 'POST /profile': apiError(422, 'user.email_already_in_use') },
    });
    await flow.do.submitMissingIdentifier({ missing: 'emailOrPhone', identifier: { ...address, valid: true } });
    await flow.do.submitCode({ purpose: 'continue', identifier: address, verificationId: 'v-code', code: '123456' });
    expect(flow.state.question?.code).to.equal('account.exists');
    await flow.answer(true);
    expect(flow.state.step).to.deep.equal({ name: 'missing-identifier', missing: 'emailOrPhone', identifier: address });
  });

  it('an address is restored when going back from its code', async () => {
    const { flow } = await signedIn(['email']);
    await flow.do.submitMissingIdentifier({ missing: 'email', identifier: { ...address, valid: true } });
    flow.back();
    expect(flow.state.step).to.deep.equal({ name: 'missing-identifier', missing: 'email', identifier: address });
  });

  it('an address that the tenant rejects stays in the field with the error', async () => {
    const { flow } = await signedIn(['email'], {
      answers: { 'POST /profile': apiError(422, 'session.email_blocklist.email_not_allowed') },
    });
    await flow.do.submitMissingIdentifier({ missing: 'email', identifier: { ...address, valid: true } });
    await flow.do.submitCode({ purpose: 'continue', identifier: address, verificationId: 'v-code', code: '123456' });
    expect(flow.state.step).to.deep.equal({ name: 'missing-identifier', missing: 'email', identifier: address });
    expect(flow.state.notice?.code).to.equal('session.email_blocklist.email_not_allowed');
  });

  it('a typed identifier is not remembered for sign-in', async () => {
    const { flow, memory } = await signedIn(['email']);
    await flow.do.submitMissingIdentifier({ missing: 'email', identifier: { ...address, valid: true } });
    expect(memory.identifier()).to.deep.equal({ type: 'username', value: 'alice' });
  });

  it('custom fields are sent unchanged', async () => {
    const { flow, answers, request, navigation } = await signedIn(['extraProfile']);
    answers['POST /submit'] = { redirectTo: 'https://auth.example.com/oidc/auth/abc' };
    const values = { nickname: '', address: { locality: 'Hangzhou' } };
    await flow.do.submitProfile({ values });
    expect(request('POST /profile')).to.deep.equal({ type: 'extraProfile', values });
    expect(navigation.left).to.have.length(1);
  });

  it('entered values are kept until the sign-in is finished', async () => {
    const session = new Map<string, string>();
    const { flow, answers } = await signedIn(['extraProfile'], { session });
    flow.keepDraft({ nickname: 'Al' });
    const again = flowHarness({ session, url: '/continue/extra-profile?app_id=app', state: {} });
    await again.flow.start();
    expect(again.flow.draft()).to.deep.equal({ nickname: 'Al' });
    answers['POST /submit'] = { redirectTo: 'https://auth.example.com/oidc/auth/abc' };
    await flow.do.submitProfile({ values: {} });
    expect(flow.draft()).to.deep.equal({});
  });

  it('ignores stored values that are no strings', async () => {
    const session = new Map([['sie:1:interaction:draft', JSON.stringify({ a: 'x', b: 1, c: { d: 'y' } })]]);
    const { flow } = flowHarness({ session, url: '/continue/extra-profile?app_id=app', state: {} });
    await flow.start();
    expect(flow.draft()).to.deep.equal({ a: 'x' });
  });
});

describe('a new password', () => {
  const policy = { passwordPolicy: { length: { min: 8, max: 12 }, characterTypes: { min: 3 } } };

  for (const [password, rules] of [
    ['Ab1', ['password_rejected.too_short']],
    ['Abcdefghijkl1', ['password_rejected.too_long']],
    ['abcdefgh', ['password_rejected.character_types']],
    ['Passwört1', ['password_rejected.unsupported_characters']],
    ['abc', ['password_rejected.too_short', 'password_rejected.character_types']],
  ] as const) {
    it(`is rejected without a request if it breaks a rule that the page can check: ${password}`, async () => {
      const { flow, calls } = await signedIn(['password'], { settings: policy });
      const before = calls.length;
      await flow.do.submitNewPassword({ purpose: 'continue', password });
      expect(flow.state.problem).to.deep.include({ field: 'newPassword', code: 'password.rejected' });
      expect(flow.state.problem?.values?.['rules']).to.deep.equal(rules);
      expect(calls).to.have.length(before);
    });
  }

  it('shows the server’s reasons for a rejection with their bounds', async () => {
    const data = [
      { code: 'password_rejected.too_short', interpolation: { min: 10 } },
      { code: 'password_rejected.restricted.user_info' },
      { code: 'password_rejected.<script>' },
    ];
    const { flow } = await signedIn(['password'], { answers: { 'POST /profile': apiError(422, 'password.rejected', '', data) } });
    await flow.do.submitNewPassword({ purpose: 'continue', password: 'password1' });
    expect(flow.state.problem).to.deep.include({ field: 'newPassword', code: 'password.rejected' });
    expect(flow.state.problem?.values).to.deep.include({ 'password_rejected.too_short': '10' });
    expect(flow.state.problem?.values?.['rules']).not.to.include('password_rejected.<script>');
  });

  it('must be confirmed if there is no password recovery', async () => {
    const { flow, calls } = await signedIn(['password']);
    const before = calls.length;
    await flow.do.submitNewPassword({ purpose: 'continue', password: 'long enough 1', confirmation: 'long enough 2' });
    expect(flow.state.problem).to.deep.include({ field: 'confirmPassword', code: 'input.passwords_differ' });
    expect(calls).to.have.length(before);
  });

  it('is required', async () => {
    const { flow } = await signedIn(['password']);
    await flow.do.submitNewPassword({ purpose: 'continue', password: '' });
    expect(flow.state.problem).to.deep.include({ field: 'newPassword', code: 'input.new_password_required' });
  });
});
