import { expect, waitUntil } from '@open-wc/testing';
import { screenFixture } from './testing/screen-fixture.ts';

const step = { name: 'password', identifier: { type: 'email', value: 'alice@example.com' } } as const;

describe('the password screen', () => {
  it('pairs the password with its account for password managers: a visible identifier first, in the same form', async () => {
    const { screen } = await screenFixture(step);
    const [identifier, password] = screen.querySelectorAll<HTMLInputElement>('form input');
    expect(identifier).to.include({
      name: 'identifier',
      type: 'email',
      autocomplete: 'username',
      value: 'alice@example.com',
      readOnly: true,
    });
    expect(password).to.include({ name: 'password', type: 'password', autocomplete: 'current-password' });
    expect(identifier?.checkVisibility()).to.equal(true);
    expect(identifier?.form).to.equal(password?.form);
  });

  it('reads the password from the input at submit, as a password manager may have filled it without an event', async () => {
    const { flow, find } = await screenFixture(step);
    find<HTMLInputElement>('[name=password]').value = 'secret';
    find<HTMLFormElement>('form').requestSubmit();
    expect(flow.calls).to.deep.equal([
      ['submitPassword', { identifier: { type: 'email', value: 'alice@example.com', valid: true }, password: 'secret' }],
    ]);
  });

  it('says what is wrong beside the field, which takes focus and keeps what was typed', async () => {
    const { find, show, text } = await screenFixture(step);
    const input = find<HTMLInputElement>('[name=password]');
    input.value = 'wrong';
    await show({
      problem: { field: 'password', code: 'session.invalid_credentials', message: 'Incorrect account or password.' },
    });
    await find<HTMLElement & { updateComplete: Promise<unknown> }>('sie-password-field').updateComplete;
    expect(text()).to.contain('Incorrect account or password.');
    expect(input).to.equal(document.activeElement);
    expect(input.value).to.equal('wrong');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
  });

  it('has one way back, named for who it is for', async () => {
    const { flow, press } = await screenFixture(step);
    press('Not you?');
    expect(flow.calls).to.deep.equal([['back']]);
  });

  it('offers a code where one can be sent, outside the form', async () => {
    const { flow, press, screen } = await screenFixture(step);
    press('Sign in with verification code');
    expect(flow.calls).to.deep.equal([['sendCode', { identifier: step.identifier }]]);
    expect(screen.querySelector('form')?.textContent).not.to.contain('verification code');
    const username = await screenFixture({ name: 'password', identifier: { type: 'username', value: 'alice' } });
    expect(username.text()).not.to.contain('verification code');
  });

  it('leads on who forgot it, outside the form', async () => {
    const fixture = await screenFixture(step, {}, { settings: { forgotPassword: { email: true, phone: true } } });
    expect(fixture.screen.querySelector('form')?.textContent).not.to.contain('Forgot');
    fixture.press('Forgot your password?');
    await waitUntil(() => fixture.flow.calls.length > 0);
    const forgot = { name: 'forgot-password', identifier: step.identifier };
    expect(fixture.flow.calls).to.deep.equal([['goTo', { step: forgot }]]);
    const without = await screenFixture(step);
    expect(without.text()).not.to.contain('Forgot');
  });

  it('has a place for a captcha where the tenant wants one', async () => {
    const { find } = await screenFixture(step, {}, { settings: { captchaPolicy: { enabled: true } } });
    expect(find('.sie-captcha').nextElementSibling).to.equal(find('button[type=submit]'));
  });

  it('cannot be pressed twice while it works, and says so', async () => {
    const { find } = await screenFixture(step, { status: 'busy', pending: { command: 'submitPassword' } });
    const button = find<HTMLButtonElement>('button[type=submit]');
    expect(button.disabled).to.equal(true);
    expect(button.getAttribute('aria-busy')).to.equal('true');
  });

  for (const status of ['idle', 'busy'] as const) {
    it(`passes axe while ${status}`, async () => {
      const { screen } = await screenFixture(step, { status });
      await expect(screen).to.be.accessible();
    });
  }
});
