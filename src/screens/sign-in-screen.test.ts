import { expect, waitUntil } from '@open-wc/testing';
import { screenFixture } from './testing/screen-fixture.ts';

const step = { name: 'sign-in' } as const;
const passwords = {
  signIn: {
    methods: [
      { identifier: 'username', password: true },
      { identifier: 'email', password: true },
    ],
  },
};
const registration = { signInMode: 'SignInAndRegister', signUp: { identifiers: ['email'], password: true, verify: true } };
const companies = { singleSignOnEnabled: true, ssoConnectors: [{ id: 'acme', connectorName: 'Acme', logo: '' }] };
const manual = { agreeToTermsPolicy: 'Manual', termsOfUseUrl: 'https://example.com/terms' };

describe('the sign-in screen', () => {
  it('asks for identifier and password together where every method is a password', async () => {
    const fixture = await screenFixture(step, {}, { settings: passwords });
    const [identifier, password] = fixture.screen.querySelectorAll<HTMLInputElement>('form input');
    expect(identifier).to.include({ name: 'identifier', autocomplete: 'username' });
    expect(password).to.include({ name: 'password', autocomplete: 'current-password', type: 'password' });
    await fixture.type('identifier', 'alice');
    await fixture.type('password', 'secret');
    const deed = await fixture.submit();
    expect(deed?.[0]).to.equal('submitPassword');
    expect(deed?.[1]).to.deep.include({ password: 'secret' });
    expect((deed?.[1] as { identifier: object }).identifier).to.deep.include({ type: 'username', value: 'alice', valid: true });
  });

  it('asks for the identifier alone otherwise', async () => {
    const fixture = await screenFixture(step);
    expect(fixture.screen.querySelector('[type=password]')).to.equal(null);
    await fixture.type('identifier', 'alice@example.com');
    const deed = await fixture.submit();
    expect(deed?.[0]).to.equal('submitIdentifier');
    expect((deed?.[1] as { identifier: object }).identifier).to.deep.include({ type: 'email', value: 'alice@example.com' });
  });

  it('fills in what is known of the person', async () => {
    const { find } = await screenFixture(step, {}, { identifier: { type: 'email', value: 'alice@example.com' } });
    expect(find<HTMLInputElement>('[name=identifier]').value).to.equal('alice@example.com');
  });

  it('takes the notice away when the person goes on typing', async () => {
    const { type, flow } = await screenFixture(step, { notice: { tone: 'danger', code: 'network' } });
    await type('identifier', 'a');
    expect(flow.calls).to.deep.include(['dismiss']);
  });

  it('shows the connectors in the order of the tenant and starts the pressed one', async () => {
    const { flow, screen, press } = await screenFixture(step);
    const names = [...screen.querySelectorAll('sie-social-buttons .sie-button-label')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(names).to.deep.equal(['Continue with dingtalk', 'Continue with alipay']);
    press('Continue with alipay');
    expect(flow.calls).to.deep.equal([['startSocial', { connectorId: 'ali' }]]);
  });

  it('shows only the pressed connector busy and keeps everything else from being pressed', async () => {
    const { screen } = await screenFixture(step, { status: 'busy', pending: { command: 'startSocial', target: 'ding' } });
    const busy = [...screen.querySelectorAll('[aria-busy=true] .sie-button-label')].map(({ textContent }) => textContent.trim());
    expect(busy).to.deep.equal(['Continue with dingtalk']);
    const open = [...screen.querySelectorAll<HTMLButtonElement>('button.sie-button')].filter(({ disabled }) => !disabled);
    expect(open).to.deep.equal([]);
  });

  it('gives the focus back to the button that was pressed when the answer is a notice', async () => {
    const { find, show } = await screenFixture(step, {}, { settings: passwords });
    const button = find<HTMLButtonElement>('button[type=submit]');
    button.focus();
    await show({ status: 'busy', pending: { command: 'submitPassword' } });
    button.blur();
    await show({ notice: { tone: 'danger', code: 'session.invalid_credentials' } });
    expect(document.activeElement).to.equal(button);
  });

  it('shows social buttons alone where there is no form, and says so where there is nothing', async () => {
    const social = await screenFixture(step, {}, { settings: { signIn: { methods: [] } } });
    expect(social.screen.querySelector('form')).to.equal(null);
    expect(social.text()).to.contain('Continue with dingtalk');
    const nothing = await screenFixture(step, {}, { settings: { signIn: { methods: [] }, socialConnectors: [] } });
    expect(nothing.text()).to.contain('No way to sign in is set up here');
  });

  it('has a box to agree with where the tenant wants one, and sentences or links otherwise', async () => {
    const { find, flow } = await screenFixture(step, {}, { settings: manual });
    find<HTMLInputElement>('[name=termsAgreement]').click();
    expect(flow.calls).to.deep.include(['setAgreed', true]);
    const automatic = await screenFixture(step, {}, { settings: { ...manual, agreeToTermsPolicy: 'Automatic' } });
    expect(automatic.text()).to.contain('By continuing, you agree to the Terms of Use');
    expect(automatic.screen.querySelector('[name=termsAgreement]')).to.equal(null);
  });

  it('leads people without an account to where they make one', async () => {
    const { press, flow } = await screenFixture(step, {}, { settings: registration });
    press('Create account');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'register' }, replace: true }]]);
  });

  it('does not speak of it where no account can be made, or none with an identifier', async () => {
    for (const settings of [{ ...registration, signInMode: 'SignIn' }, { signInMode: 'SignInAndRegister' }]) {
      const { text } = await screenFixture(step, {}, { settings });
      expect(text()).not.to.contain('account yet');
    }
  });

  it('leads people who forgot their password on, with what they typed', async () => {
    const settings = { ...passwords, forgotPassword: { email: true, phone: false } };
    const fixture = await screenFixture(step, {}, { settings });
    await fixture.type('identifier', 'alice@example.com');
    const before = fixture.flow.calls.length;
    fixture.press('Forgot your password?');
    await waitUntil(() => fixture.flow.calls.length > before);
    const identifier = { type: 'email', value: 'alice@example.com' };
    expect(fixture.flow.calls.at(-1)).to.deep.equal(['goTo', { step: { name: 'forgot-password', identifier } }]);
    const without = await screenFixture(step, {}, { settings: passwords });
    expect(without.text()).not.to.contain('Forgot');
  });

  it('links to the SSO screen where the tenant has connectors', async () => {
    const { press, flow } = await screenFixture(step, {}, { settings: companies });
    press('Single Sign-On');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'single-sign-on' }, replace: false }]]);
  });

  it('leads there by a button of its own where there is no other way', async () => {
    const settings = { ...companies, signIn: { methods: [] }, socialConnectors: [] };
    const { press, find, text, flow } = await screenFixture(step, {}, { settings });
    expect(find('.sie-button').textContent.trim()).to.equal('Single Sign-On');
    expect(text()).not.to.contain('No way to sign in');
    press('Single Sign-On');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'single-sign-on' }, replace: false }]]);
  });

  it('keeps to what the app asked for, and leads to everything else', async () => {
    const settings = { ...registration, ...companies };
    const { text, press, flow, screen } = await screenFixture({ ...step, focused: ['email'] }, {}, { settings });
    expect(screen.querySelector('h1')?.textContent).to.equal('Sign in');
    expect(screen.querySelector('label')?.textContent).to.equal('Email');
    expect(text()).not.to.match(/Continue with|Single Sign-On|account yet/);
    press('All sign-in options');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'sign-in' }, replace: false }]]);
  });

  it('has a place for a captcha above its button where the tenant wants one', async () => {
    const { find, screen } = await screenFixture(step, {}, { settings: { captchaPolicy: { enabled: true } } });
    expect(find('.sie-captcha').nextElementSibling).to.equal(find('button[type=submit]'));
    expect(find('.sie-captcha').checkVisibility()).to.equal(false);
    await expect(screen).to.be.accessible();
    const without = await screenFixture(step);
    expect(without.screen.querySelector('.sie-captcha')).to.equal(null);
  });

  it('says that the password was changed', async () => {
    const { text } = await screenFixture(step, { notice: { tone: 'success', code: 'password.changed' } });
    expect(text()).to.contain('Password changed');
  });

  for (const [what, settings] of [
    ['identifier first', {}],
    ['with ways elsewhere', { ...registration, ...companies, forgotPassword: { email: true } }],
    ['with a password', passwords],
    ['with terms to agree to', manual],
  ] as const) {
    it(`passes axe ${what}`, async () => {
      const { screen } = await screenFixture(step, {}, { settings });
      await expect(screen).to.be.accessible();
    });
  }
});
