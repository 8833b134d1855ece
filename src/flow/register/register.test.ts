import { expect } from '@open-wc/testing';
import { apiError, flowHarness, type HarnessOptions } from '../testing/harness.ts';

const username = { type: 'username', value: 'newcomer', valid: true } as const;
const email = { type: 'email', value: 'new@example.com', valid: true } as const;
const address = { type: 'email', value: 'new@example.com' } as const;

const tenant = (options: HarnessOptions = {}) =>
  flowHarness({
    url: '/register?app_id=app',
    ...options,
    settings: { signUp: { identifiers: ['username', 'email', 'phone'], password: true, verify: true }, ...options.settings },
  });

const missing = (...missingProfile: string[]) => apiError(422, 'user.missing_profile', '', { missingProfile });

describe('registering', () => {
  it('with a username stages it and creates the account', async () => {
    const { flow, names, request, navigation } = tenant();
    await flow.start();
    await flow.do.submitRegistration({ identifier: username });
    expect(names()).to.deep.equal(['PUT /', 'POST /profile', 'POST /identification', 'POST /submit']);
    expect(request('PUT /')).to.deep.include({ interactionEvent: 'Register' });
    expect(request('POST /profile')).to.deep.equal({ type: 'username', value: 'newcomer' });
    expect(request('POST /identification')).to.deep.equal({});
    expect(navigation.left).to.have.length(1);
  });

  it('asks for a missing password, then creates the account with both', async () => {
    const { flow, answers, names, request, navigation } = tenant({ answers: { 'POST /identification': missing('password') } });
    await flow.start();
    await flow.do.submitRegistration({ identifier: username });
    expect(flow.state.step).to.deep.equal({
      name: 'new-password',
      purpose: 'continue',
      identifier: { type: 'username', value: 'newcomer' },
    });
    expect(navigation.current().path).to.equal('/continue/password');
    answers['POST /identification'] = undefined;
    await flow.do.submitNewPassword({ purpose: 'continue', password: 'long enough 1' });
    expect(request('POST /profile')).to.deep.equal({ type: 'password', value: 'long enough 1' });
    expect(names().slice(-3)).to.deep.equal(['POST /profile', 'POST /identification', 'POST /submit']);
    expect(navigation.left).to.have.length(1);
  });

  it('can continue with another username after going back', async () => {
    const { flow, answers, names, navigation } = tenant({ answers: { 'POST /identification': missing('password') } });
    await flow.start();
    await flow.do.submitRegistration({ identifier: username });
    navigation.back();
    expect(flow.state.step.name).to.equal('register');
    answers['POST /identification'] = undefined;
    await flow.do.submitRegistration({ identifier: { ...username, value: 'other' } });
    expect(names().slice(-4)).to.deep.equal(['PUT /', 'POST /profile', 'POST /identification', 'POST /submit']);
  });

  it('with an address sends a registration code and creates the account with it', async () => {
    const { flow, request, navigation } = tenant();
    await flow.start();
    await flow.do.submitRegistration({ identifier: email });
    expect(flow.state.step).to.deep.include({ name: 'verification-code', purpose: 'register', identifier: address });
    expect(navigation.current().path).to.equal('/register/verification-code');
    expect(request('POST /verification/verification-code')).to.deep.equal({ identifier: address, interactionEvent: 'Register' });
    await flow.do.submitCode({ purpose: 'register', identifier: address, verificationId: 'v-code', code: '123456' });
    expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-code' });
    expect(navigation.left).to.have.length(1);
  });

  it('continues as registration after a reload', async () => {
    const session = new Map<string, string>();
    const first = tenant({ session, answers: { 'POST /identification': missing('password') } });
    await first.flow.start();
    await first.flow.do.submitRegistration({ identifier: username });
    const { path, search, state } = first.navigation.current();
    const { flow, names } = flowHarness({ url: path + search, state: structuredClone(state), session });
    await flow.start();
    await flow.do.submitNewPassword({ purpose: 'continue', password: 'long enough 1' });
    expect(names()).to.deep.equal(['POST /profile', 'POST /identification', 'POST /submit']);
  });

  for (const [what, value, code] of [
    ['begins with a digit', '1abc', 'user.username_starts_with_number'],
    ['has a space', 'ab c', 'user.username_invalid_charset_hard'],
    ['is too short', 'ab', 'user.username_too_short'],
    ['is too long', 'abcdefghi', 'user.username_too_long'],
    ['has digits', 'abc1', 'user.username_numbers_not_allowed'],
    ['has capitals', 'Abc', 'user.username_uppercase_not_allowed'],
    ['has underscores', 'ab_c', 'user.username_underscore_not_allowed'],
    ['has no allowed letters', 'ABCD', 'user.username_uppercase_not_allowed'],
  ] as const) {
    it(`makes no request when a username ${what}`, async () => {
      const allowedChars = { lowercase: true, uppercase: false, numbers: false, underscore: false };
      const { flow, calls } = tenant({ settings: { usernamePolicy: { minLength: 3, maxLength: 8, allowedChars } } });
      await flow.start();
      await flow.do.submitRegistration({ identifier: { type: 'username', value, valid: true } });
      expect(flow.state.problem).to.deep.include({ field: 'identifier', code });
      expect(calls).to.deep.equal([]);
    });
  }

  for (const code of ['user.username_already_in_use', 'session.email_blocklist.email_not_allowed', 'guard.invalid_input']) {
    it(`shows errors of the server at the field: ${code}`, async () => {
      const { flow } = tenant({ answers: { 'POST /profile': apiError(422, code) } });
      await flow.start();
      await flow.do.submitRegistration({ identifier: username });
      expect(flow.state.problem).to.deep.include({ field: 'identifier', code });
      expect(flow.state.step.name).to.equal('register');
    });
  }

  it('leads back to the form when an address is blocked after its code', async () => {
    const { flow } = tenant({ answers: { 'POST /identification': apiError(422, 'session.email_blocklist.email_not_allowed') } });
    await flow.start();
    await flow.do.submitRegistration({ identifier: email });
    await flow.do.submitCode({ purpose: 'register', identifier: address, verificationId: 'v-code', code: '123456' });
    expect(flow.state.step.name).to.equal('register');
    expect(flow.state.notice).to.deep.include({ code: 'session.email_blocklist.email_not_allowed' });
  });
});

describe('an address that has an account already', () => {
  const taken = { 'POST /identification': apiError(422, 'user.email_already_in_use') };
  const submitCode = async (options: HarnessOptions) => {
    const harness = tenant({ answers: { ...taken, ...options.answers }, ...options });
    await harness.flow.start();
    await harness.flow.do.submitRegistration({ identifier: email });
    await harness.flow.do.submitCode({ purpose: 'register', identifier: address, verificationId: 'v-code', code: '123456' });
    return harness;
  };

  it('can sign in with the same code', async () => {
    const { flow, answers, request, names, navigation } = await submitCode({});
    expect(flow.state.question).to.deep.equal({ code: 'account.use_existing', values: address });
    answers['POST /identification'] = undefined;
    await flow.answer(true);
    expect(request('PUT /interaction-event')).to.deep.equal({ interactionEvent: 'SignIn' });
    expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-code' });
    expect(names().filter((name) => name.endsWith('/verify'))).to.have.length(1);
    expect(navigation.left).to.have.length(1);
  });

  for (const [what, settings] of [
    ['codes do not sign in', { signIn: { methods: [{ identifier: 'email', password: true }] } }],
    ['nobody signs in here', { signInMode: 'Register' }],
  ] as const) {
    it(`can only be changed where ${what}`, async () => {
      const { flow, calls } = await submitCode({ settings });
      expect(flow.state.question?.code).to.equal('account.exists');
      const before = calls.length;
      await flow.answer(true);
      expect(flow.state.step.name).to.equal('register');
      expect(calls).to.have.length(before);
    });
  }

  it('can be changed instead', async () => {
    const { flow } = await submitCode({});
    await flow.answer(false);
    expect(flow.state.step.name).to.equal('register');
  });
});

describe('an address without an account', () => {
  const phone = { type: 'phone', value: '8613800000001', valid: true } as const;
  const number = { type: 'phone', value: '8613800000001' } as const;
  const nobody = { 'POST /identification': apiError(404, 'user.user_not_exist', 'User with {{ identifier }} does not exist.') };
  const signIn = async (settings: Record<string, unknown>) => {
    const harness = flowHarness({ answers: nobody, settings });
    await harness.flow.start();
    await harness.flow.do.submitIdentifier({ identifier: phone });
    await harness.flow.do.submitCode({ purpose: 'sign-in', identifier: number, verificationId: 'v-code', code: '123456' });
    return harness;
  };

  for (const [what, signUp] of [
    ['an identifier to register with', { identifiers: ['phone'] }],
    ['a second identifier', { identifiers: ['username'], secondaryIdentifiers: [{ identifier: 'emailOrPhone' }] }],
  ] as const) {
    it(`becomes an account where it is ${what}`, async () => {
      const { flow, answers, request, navigation } = await signIn({ signUp });
      expect(flow.state.question).to.deep.equal({ code: 'account.create', values: number });
      answers['POST /identification'] = undefined;
      await flow.answer(true);
      expect(request('PUT /interaction-event')).to.deep.equal({ interactionEvent: 'Register' });
      expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-code' });
      expect(navigation.left).to.have.length(1);
    });
  }

  for (const [what, settings] of [
    ['accounts are made elsewhere', { signInMode: 'SignIn', signUp: { identifiers: ['phone'] } }],
    ['accounts are made with something else', { signUp: { identifiers: ['username'] } }],
  ] as const) {
    it(`shows that there is no account where ${what}, and another can be chosen`, async () => {
      const { flow } = await signIn(settings);
      expect(flow.state.question).to.deep.equal({ code: 'user.user_not_exist', values: number });
      await flow.answer(true);
      expect(flow.state.step.name).to.equal('sign-in');
    });
  }

  it('becomes an account only after agreement to the terms', async () => {
    const { flow, calls, answers, navigation } = await signIn({
      signUp: { identifiers: ['phone'] },
      agreeToTermsPolicy: 'ManualRegistrationOnly',
      termsOfUseUrl: 'https://example.com/terms',
    });
    const before = calls.length;
    await flow.answer(true);
    expect(flow.state.question?.code).to.equal('terms');
    expect(calls).to.have.length(before);
    answers['POST /identification'] = undefined;
    await flow.answer(true);
    expect(navigation.left).to.have.length(1);
  });

  it('leads back to sign-in when the terms are declined, because the code is used', async () => {
    const { flow } = await signIn({
      signUp: { identifiers: ['phone'] },
      agreeToTermsPolicy: 'ManualRegistrationOnly',
      termsOfUseUrl: 'https://example.com/terms',
    });
    await flow.answer(true);
    await flow.answer(false);
    expect(flow.state.step.name).to.equal('sign-in');
  });
});
