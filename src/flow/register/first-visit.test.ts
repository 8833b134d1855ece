import { expect } from '@open-wc/testing';
import { apiError, flowHarness, type HarnessOptions, once } from '../testing/harness.ts';

const attempt = () =>
  new Map([['sie:1:social:ding', JSON.stringify({ flow: 'social', state: 'token', verificationId: 'v-ding' })]]);
const unknown = (data?: unknown) => apiError(404, 'user.identity_not_exist', '', data);
const related = unknown({ relatedUser: { type: 'email', value: 'alicia@example.com' } });
const manual = { agreeToTermsPolicy: 'ManualRegistrationOnly', termsOfUseUrl: 'https://example.com/terms' };

/** Back from a provider with an identity that no account has. */
const arrive = async (options: HarnessOptions = {}) => {
  const session = options.session ?? attempt();
  const answers = { 'POST /identification': unknown(), ...options.answers };
  const harness = flowHarness({ url: '/callback/ding?code=c&state=token', ...options, session, answers });
  await harness.flow.start();
  return harness;
};

describe('the first visit with a social account', () => {
  it('creates an account', async () => {
    const { navigation, request } = await arrive({ answers: { 'POST /identification': once(unknown()) } });
    expect(request('PUT /interaction-event')).to.deep.equal({ interactionEvent: 'Register' });
    expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-ding' });
    expect(navigation.left).to.have.length(1);
  });

  it('creates none before the terms are agreed to', async () => {
    const { flow, answers, navigation, request } = await arrive({ settings: manual });
    expect(flow.state.question?.code).to.equal('terms');
    expect(request('PUT /interaction-event')).to.equal(undefined);
    answers['POST /identification'] = undefined;
    await flow.answer(true);
    expect(request('PUT /interaction-event')).to.deep.equal({ interactionEvent: 'Register' });
    expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-ding' });
    expect(navigation.left).to.have.length(1);
  });

  it('leads to sign-in when the terms are declined', async () => {
    const { flow, request } = await arrive({ settings: manual });
    await flow.answer(false);
    expect(flow.state.step.name).to.equal('sign-in');
    expect(request('PUT /interaction-event')).to.equal(undefined);
  });

  it('does not ask again for terms that were agreed to before the redirect', async () => {
    const session = attempt();
    session.set('sie:1:interaction:agreed', 'true');
    const { flow } = await arrive({ session, settings: { ...manual, agreeToTermsPolicy: 'Manual' } });
    expect(flow.state.question).to.equal(undefined);
  });

  it('creates an account where sign-in is disabled', async () => {
    const { navigation, request } = await arrive({
      settings: { signInMode: 'Register' },
      answers: { 'POST /identification': once(apiError(403, 'auth.forbidden')) },
    });
    expect(request('PUT /interaction-event')).to.deep.equal({ interactionEvent: 'Register' });
    expect(request('POST /identification')).to.deep.include({ verificationId: 'v-ding' });
    expect(navigation.left).to.have.length(1);
  });

  it('shows an error where registration is disabled', async () => {
    const { flow, request } = await arrive({ settings: { signInMode: 'SignIn' } });
    expect(flow.state.step.name).to.equal('sign-in');
    expect(flow.state.notice).to.deep.include({ code: 'user.identity_not_exist' });
    expect(request('PUT /interaction-event')).to.equal(undefined);
  });

  it('leads back to sign-in if the server rejects the registration', async () => {
    const { flow, names } = await arrive();
    expect(names().filter((name) => name === 'POST /identification')).to.have.length(2);
    expect(flow.state.step.name).to.equal('sign-in');
    expect(flow.state.notice).to.deep.include({ code: 'user.identity_not_exist' });
  });

  it('leads back to sign-in, not to the provider, when the e-mail address is blocked', async () => {
    const { flow, navigation } = await arrive({
      answers: { 'POST /identification': apiError(422, 'session.email_blocklist.email_not_allowed') },
    });
    expect(flow.state.step.name).to.equal('sign-in');
    expect(flow.state.notice).to.deep.include({ code: 'session.email_blocklist.email_not_allowed' });
    expect(navigation.current().path).to.equal('/sign-in');
  });
});

describe('a social account whose address belongs to an account', () => {
  it('asks whether to link, and shows the address masked', async () => {
    const { flow, navigation } = await arrive({ answers: { 'POST /identification': related } });
    expect(flow.state.step).to.deep.equal({
      name: 'social-link',
      connectorId: 'ding',
      relatedUser: { type: 'email', value: 'alic****@example.com' },
    });
    expect(navigation.current().path).to.equal('/social/link/ding');
    expect(JSON.stringify(navigation.current())).not.to.contain('alicia');
  });

  it('is linked, also after a reload', async () => {
    const session = attempt();
    const first = await arrive({ session, answers: { 'POST /identification': related } });
    const { path, search, state } = first.navigation.current();
    const { flow, request, navigation } = flowHarness({ url: path + search, state: structuredClone(state), session });
    await flow.start();
    await flow.do.linkRelatedAccount({});
    expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-ding', linkSocialIdentity: true });
    expect(navigation.left).to.have.length(1);
  });

  for (const signInMode of ['SignInAndRegister', 'SignIn']) {
    it(`is linked automatically if the tenant enables that: ${signInMode}`, async () => {
      const harness = await arrive({
        settings: { signInMode, socialSignIn: { automaticAccountLinking: true } },
        answers: { 'POST /identification': once(related) },
      });
      expect(harness.request('POST /identification')).to.deep.equal({ verificationId: 'v-ding', linkSocialIdentity: true });
      expect(harness.navigation.left).to.have.length(1);
    });
  }

  it('does not create an account without asking if the related account was deleted', async () => {
    const { flow, answers, request } = await arrive({ answers: { 'POST /identification': related } });
    answers['POST /identification'] = unknown();
    await flow.do.linkRelatedAccount({});
    expect(flow.state.step.name).to.equal('sign-in');
    expect(request('PUT /interaction-event')).to.deep.equal({ interactionEvent: 'SignIn' });
  });

  it('can still be linked when the terms of a new account are declined', async () => {
    const { flow } = await arrive({ answers: { 'POST /identification': related }, settings: manual });
    await flow.do.createAccount({});
    expect(flow.state.question?.code).to.equal('terms');
    await flow.answer(false);
    expect(flow.state.step.name).to.equal('social-link');
  });

  it('asks for a password without the identifier that was typed before choosing the provider', async () => {
    const session = attempt();
    session.set('sie:1:identifier', JSON.stringify({ type: 'username', value: 'bob' }));
    const missing = apiError(422, 'user.missing_profile', '', { missingProfile: ['password'] });
    const { flow } = await arrive({ session, answers: { 'POST /identification': once(unknown()), 'POST /submit': missing } });
    expect(flow.state.step).to.deep.equal({ name: 'new-password', purpose: 'continue' });
  });

  it('becomes a separate account if the person chooses that', async () => {
    const { flow, answers, request, navigation } = await arrive({ answers: { 'POST /identification': related } });
    answers['POST /identification'] = undefined;
    await flow.do.createAccount({});
    expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-ding' });
    expect(navigation.left).to.have.length(1);
  });

  it('is linked to the account of an address that was entered afterwards', async () => {
    const address = { type: 'email', value: 'alice@example.com' } as const;
    const missing = apiError(422, 'user.missing_profile', '', { missingProfile: ['email'] });
    const { flow, answers, names, request, navigation } = await arrive({ settings: manual });
    answers['POST /identification'] = missing;
    await flow.answer(true);
    expect(flow.state.step).to.deep.equal({ name: 'missing-identifier', missing: 'email' });
    await flow.do.submitMissingIdentifier({ missing: 'email', identifier: { ...address, valid: true } });
    expect(request('POST /verification/verification-code')).to.deep.equal({ identifier: address, interactionEvent: 'Register' });
    answers['POST /profile'] = apiError(422, 'user.email_already_in_use');
    await flow.do.submitCode({ purpose: 'continue', identifier: address, verificationId: 'v-code', code: '123456' });
    expect(flow.state.question).to.deep.equal({ code: 'account.link', values: address });
    answers['POST /profile'] = answers['POST /identification'] = undefined;
    const before = names().length;
    await flow.answer(true);
    expect(names().slice(before)).to.deep.equal([
      'PUT /interaction-event',
      'POST /identification',
      'POST /profile',
      'POST /submit',
    ]);
    expect(request('POST /identification')).to.deep.equal({ verificationId: 'v-code' });
    expect(request('POST /profile')).to.deep.equal({ type: 'social', verificationId: 'v-ding' });
    expect(navigation.left).to.have.length(1);
  });
});

describe('an address that belongs to another account', () => {
  const address = { type: 'email', value: 'alice@example.com' } as const;
  const missing = apiError(422, 'user.missing_profile', '', { missingProfile: ['email'] });

  for (const [what, options] of [
    ['the person is known already', { answers: { 'POST /identification': undefined, 'POST /submit': missing } }],
    [
      'codes do not sign in',
      {
        answers: { 'POST /identification': once(unknown()), 'POST /submit': missing },
        settings: { signIn: { methods: [{ identifier: 'email', password: true }] } },
      },
    ],
    [
      'nobody signs in here',
      {
        answers: { 'POST /identification': once(unknown()), 'POST /submit': missing },
        settings: { signInMode: 'Register' },
      },
    ],
  ] as const satisfies readonly (readonly [string, HarnessOptions])[]) {
    it(`can only be changed where ${what}`, async () => {
      const { flow, answers } = await arrive(options);
      expect(flow.state.step).to.deep.equal({ name: 'missing-identifier', missing: 'email' });
      await flow.do.submitMissingIdentifier({ missing: 'email', identifier: { ...address, valid: true } });
      answers['POST /profile'] = apiError(422, 'user.email_already_in_use');
      await flow.do.submitCode({ purpose: 'continue', identifier: address, verificationId: 'v-code', code: '123456' });
      expect(flow.state.question?.code).to.equal('account.exists');
    });
  }
});

describe('Google One Tap', () => {
  const google = { socialConnectors: [{ id: 'goo', target: 'google', platform: 'Universal', name: { en: 'Google' }, logo: '' }] };
  const verify = { 'POST /verification/social/goo/verify': { verificationId: 'v-goo' } };
  const cookies = (jar: Record<string, string>) => (name: string) => jar[name];

  it('signs in with the posted credential if its token equals that of the cookie', async () => {
    const { flow, request, names, navigation } = flowHarness({
      url: '/callback/goo?credential=jwt&g_csrf_token=t',
      settings: google,
      answers: verify,
      cookie: cookies({ g_csrf_token: 't' }),
    });
    await flow.start();
    expect(names()).to.deep.equal(['PUT /', 'POST /verification/social/goo/verify', 'POST /identification', 'POST /submit']);
    expect(request('POST /verification/social/goo/verify')).to.deep.include({ connectorId: 'goo' });
    expect(navigation.left).to.have.length(1);
  });

  for (const [what, query, jar] of [
    ['no token', 'credential=jwt', {}],
    ['a token without a cookie', 'credential=jwt&g_csrf_token=t', {}],
    ['another token', 'credential=jwt&g_csrf_token=t', { g_csrf_token: 'other' }],
    ['empty tokens', 'credential=jwt&g_csrf_token=', { g_csrf_token: '' }],
  ] as const) {
    it(`rejects a response with ${what}`, async () => {
      const { flow, calls } = flowHarness({ url: `/callback/goo?${query}`, settings: google, cookie: cookies(jar) });
      await flow.start();
      expect(calls).to.deep.equal([]);
      expect(flow.state.notice).to.deep.include({ code: 'callback.state_mismatch' });
    });
  }

  it('requires agreement to the terms', async () => {
    const { flow, calls } = flowHarness({
      url: '/callback/goo?credential=jwt&g_csrf_token=t',
      settings: { ...google, ...manual, agreeToTermsPolicy: 'Manual' },
      cookie: cookies({ g_csrf_token: 't' }),
    });
    await flow.start();
    expect(flow.state.question?.code).to.equal('terms');
    expect(calls).to.deep.equal([]);
  });

  it('uses the credential that the app already has', async () => {
    const { flow, request } = flowHarness({
      url: '/direct/social/google?app_id=app',
      settings: google,
      answers: verify,
      cookie: cookies({ _logto_google_one_tap_credential: 'jwt' }),
    });
    await flow.start();
    expect(request('POST /verification/social/goo/verify')).to.deep.include({
      connectorData: { credential: 'jwt', redirectUri: 'https://auth.example.com/callback/goo' },
    });
  });
});
