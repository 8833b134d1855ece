import { expect } from '@open-wc/testing';
import { screenFixture } from './testing/screen-fixture.ts';

const step = { name: 'register' } as const;
const settings = {
  signInMode: 'SignInAndRegister',
  signUp: { identifiers: ['email', 'username'], password: true, verify: true },
};
const terms = { ...settings, termsOfUseUrl: 'https://example.com/terms' };
const strictNames = {
  usernamePolicy: { minLength: 6, maxLength: 20, allowedChars: { uppercase: false, lowercase: true, numbers: true } },
};

describe('the screen for people without an account', () => {
  it('takes what an account can be made with', async () => {
    const { find, type, submit } = await screenFixture(step, {}, { settings });
    expect(find('label').textContent).to.equal('Email / Username');
    await type('identifier', 'alice@example.com');
    const [name, input] = (await submit()) ?? [];
    expect(name).to.equal('submitRegistration');
    expect(input).to.have.nested.include({ 'identifier.type': 'email', 'identifier.value': 'alice@example.com' });
  });

  it('asks for no password yet: what else the tenant wants is asked for afterwards', async () => {
    const { screen } = await screenFixture(step, {}, { settings });
    expect(screen.querySelectorAll('form input')).to.have.length(1);
  });

  it('fills in what was typed on another screen, if an account can be made with it', async () => {
    const identifier = { type: 'email', value: 'alice@example.com' } as const;
    const email = await screenFixture(step, {}, { settings, identifier });
    expect(email.find<HTMLInputElement>('[name=identifier]').value).to.equal('alice@example.com');
    const phone = await screenFixture(step, {}, { settings, identifier: { type: 'phone', value: '8613800000001' } });
    expect(phone.find<HTMLInputElement>('[name=identifier]').value).to.equal('');
  });

  it('says what is wrong beside the field', async () => {
    const { show, find } = await screenFixture(step, {}, { settings });
    await show({ problem: { field: 'identifier', code: 'user.username_already_in_use' } });
    expect(find('sie-identifier-field [role=alert]').textContent).to.equal('Username already exists');
  });

  it('says what a username must be like where not every one will do', async () => {
    const strict = await screenFixture(step, {}, { settings: { ...settings, ...strictNames } });
    expect(strict.text()).to.contain(
      'Username must be 6 to 20 characters and can only contain lowercase letters, numbers, and underscores.',
    );
    const free = await screenFixture(step, {}, { settings });
    expect(free.text()).not.to.contain('must be');
    const onlyEmail = { ...settings, ...strictNames, signUp: { identifiers: ['email'], verify: true } };
    const email = await screenFixture(step, {}, { settings: onlyEmail });
    expect(email.text()).not.to.contain('must be');
  });

  it('leads people with an account to where they use it', async () => {
    const { press, flow } = await screenFixture(step, {}, { settings });
    press('Sign in');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'sign-in' }, replace: true }]]);
    const registerOnly = await screenFixture(step, {}, { settings: { ...settings, signInMode: 'Register' } });
    expect(registerOnly.text()).not.to.contain('Already have an account?');
  });

  it('offers providers alone where accounts are made by them', async () => {
    const { screen, press, flow } = await screenFixture(step, {}, { settings: { ...settings, signUp: { identifiers: [] } } });
    expect(screen.querySelector('form')).to.equal(null);
    press('Continue with alipay');
    expect(flow.calls).to.deep.equal([['startSocial', { connectorId: 'ali' }]]);
  });

  it('has a box to agree with unless going on means agreeing', async () => {
    for (const agreeToTermsPolicy of ['Manual', 'ManualRegistrationOnly']) {
      const { find, flow } = await screenFixture(step, {}, { settings: { ...terms, agreeToTermsPolicy } });
      find<HTMLInputElement>('[name=termsAgreement]').click();
      expect(flow.calls, agreeToTermsPolicy).to.deep.include(['setAgreed', true]);
    }
    const automatic = await screenFixture(step, {}, { settings: { ...terms, agreeToTermsPolicy: 'Automatic' } });
    expect(automatic.screen.querySelector('[name=termsAgreement]')).to.equal(null);
    expect(automatic.text()).to.contain('By continuing, you agree to the Terms of Use');
  });

  it('keeps to what the app asked for, and leads to everything else', async () => {
    const { text, find, press, flow } = await screenFixture({ ...step, focused: ['username'] }, {}, { settings });
    expect(find('h1').textContent).to.equal('Create account');
    expect(find('label').textContent).to.equal('Username');
    expect(text()).not.to.contain('Continue with');
    press('All account creation options');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'register' }, replace: false }]]);
  });

  it('cannot be pressed twice while it works, and says so', async () => {
    const { find } = await screenFixture(step, { status: 'busy', pending: { command: 'submitRegistration' } }, { settings });
    expect(find('button[type=submit]').getAttribute('aria-busy')).to.equal('true');
    expect(find<HTMLButtonElement>('button[type=submit]').disabled).to.equal(true);
  });

  for (const [what, changes] of [
    ['with everything', { ...terms, ...strictNames, agreeToTermsPolicy: 'Manual', captchaPolicy: { enabled: true } }],
    ['with providers alone', { ...terms, signUp: { identifiers: [] }, agreeToTermsPolicy: 'Manual' }],
  ] as const) {
    it(`passes axe ${what}`, async () => {
      const { screen } = await screenFixture(step, {}, { settings: changes });
      await expect(screen).to.be.accessible();
    });
  }
});
