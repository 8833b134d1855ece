import { expect } from '@open-wc/testing';
import { screenFixture } from './testing/screen-fixture.ts';

const step = { name: 'forgot-password' } as const;
const settings = { forgotPassword: { email: true, phone: true } };
const identifier = { type: 'email', value: 'alice@example.com' } as const;

describe('the screen for people who forgot their password', () => {
  it('takes what a password can be recovered with, and says what happens', async () => {
    const { find, text, type, submit } = await screenFixture(step, {}, { settings });
    expect(find('label').textContent).to.equal('Email / Phone number');
    expect(text()).to.contain('Enter the email or phone number associated with your account');
    await type('identifier', 'alice@example.com');
    const [name, input] = (await submit()) ?? [];
    expect(name).to.equal('startRecovery');
    expect(input).to.have.nested.include({ 'identifier.value': 'alice@example.com', token: undefined });
  });

  it('fills in who was typed before, unless that cannot be recovered with', async () => {
    const given = await screenFixture({ ...step, identifier }, {}, { settings });
    expect(given.find<HTMLInputElement>('[name=identifier]').value).to.equal('alice@example.com');
    const remembered = await screenFixture(step, {}, { settings, identifier });
    expect(remembered.find<HTMLInputElement>('[name=identifier]').value).to.equal('alice@example.com');
    const phoneOnly = { forgotPassword: { email: false, phone: true } };
    const other = await screenFixture({ ...step, identifier }, {}, { settings: phoneOnly });
    expect(other.find<HTMLInputElement>('[name=identifier]').value).to.equal('');
  });

  it('asks whom a link was sent to, and sends its token along', async () => {
    const { find, text, type, submit } = await screenFixture({ ...step, token: 'token', focused: ['email'] });
    expect(find('label').textContent).to.equal('Email');
    expect(text()).to.contain('to continue resetting your password').and.not.contain('token');
    await type('identifier', 'alice@example.com');
    const [, input] = (await submit()) ?? [];
    expect(input).to.have.nested.include({ token: 'token', 'identifier.value': 'alice@example.com' });
  });

  it('leads back: by the arrow, or by a link where the app opened it first', async () => {
    const later = await screenFixture(step, {}, { settings });
    later.find<HTMLButtonElement>('.sie-back').click();
    expect(later.flow.calls).to.deep.equal([['back']]);
    const first = await screenFixture({ ...step, focused: ['phone'] }, {}, { settings });
    expect(first.screen.querySelector('.sie-back')).to.equal(null);
    first.press('Back to sign in');
    expect(first.flow.calls).to.deep.equal([['goTo', { step: { name: 'sign-in' }, replace: true }]]);
  });

  it('has a place for a captcha where the tenant wants one', async () => {
    const { find } = await screenFixture(step, {}, { settings: { ...settings, captchaPolicy: { enabled: true } } });
    expect(find('.sie-captcha').nextElementSibling).to.equal(find('button[type=submit]'));
  });

  for (const status of ['idle', 'busy'] as const) {
    it(`passes axe while ${status}`, async () => {
      const { screen } = await screenFixture({ ...step, focused: ['email'] }, { status }, { settings });
      await expect(screen).to.be.accessible();
    });
  }
});
