import { expect } from '@open-wc/testing';
import { screenFixture } from './testing/screen-fixture.ts';

const identifier = { type: 'email', value: 'alice@example.com' } as const;
const first = { name: 'new-password', purpose: 'continue', identifier } as const;
const reset = { name: 'new-password', purpose: 'reset', identifier } as const;
const passwordPolicy = { length: { min: 8, max: 64 }, characterTypes: { min: 2 } };
const recovery = { passwordPolicy, forgotPassword: { email: true, phone: false } };
const noRecovery = { passwordPolicy, forgotPassword: { email: false, phone: false } };

/** The rules shown, and which of them are met. */
const rules = (screen: Element) =>
  [...screen.querySelectorAll('.sie-rule')].map((rule) => [
    rule.textContent.replace(/\s+/g, ' ').trim(),
    rule.matches('[data-met]'),
  ]);

describe('the screen for a new password', () => {
  it('asks once where a slip can be mended by a recovery, and twice where it cannot', async () => {
    const once = await screenFixture(first, {}, { settings: recovery });
    expect(once.screen.querySelectorAll('[type=password]')).to.have.length(1);
    const twice = await screenFixture(first, {}, { settings: noRecovery });
    const names = [...twice.screen.querySelectorAll<HTMLInputElement>('[type=password]')].map(({ name, autocomplete }) => [
      name,
      autocomplete,
    ]);
    expect(names).to.deep.equal([
      ['newPassword', 'new-password'],
      ['confirmPassword', 'new-password'],
    ]);
  });

  it('sends what stands in the inputs', async () => {
    const once = await screenFixture(reset, {}, { settings: recovery });
    await once.type('newPassword', 'secret');
    expect(await once.submit()).to.deep.equal([
      'submitNewPassword',
      { purpose: 'reset', password: 'secret', confirmation: undefined },
    ]);
    const twice = await screenFixture(first, {}, { settings: noRecovery });
    await twice.type('newPassword', 'secret');
    expect(await twice.submit()).to.deep.equal([
      'submitNewPassword',
      { purpose: 'continue', password: 'secret', confirmation: '' },
    ]);
  });

  it('pairs the password with its account for password managers', async () => {
    const { find, screen } = await screenFixture(first, {}, { settings: recovery });
    const account = find<HTMLInputElement>('form [name=identifier]');
    expect(account).to.include({ value: 'alice@example.com', autocomplete: 'username', readOnly: true });
    expect(account.checkVisibility()).to.equal(true);
    expect(screen.querySelector('form button.sie-link')).to.equal(null);
    const unknown = await screenFixture({ name: 'new-password', purpose: 'reset' }, {}, { settings: recovery });
    expect(unknown.screen.querySelector('[name=identifier]')).to.equal(null);
  });

  it('ticks off what the tenant asks for while one types', async () => {
    const { screen, type } = await screenFixture(first, {}, { settings: recovery });
    const length = 'Requires a minimum of 8 characters';
    const kinds = 'Should contain at least 2 types of uppercase letters, lowercase letters, digits, and symbols';
    expect(rules(screen)).to.deep.equal([
      [length, false],
      [kinds, false],
    ]);
    await type('newPassword', 'abcdefgh');
    expect(rules(screen)).to.deep.equal([
      [`${length} Fulfilled`, true],
      [kinds, false],
    ]);
    await type('newPassword', 'Abc');
    expect(rules(screen)).to.deep.equal([
      [length, false],
      [`${kinds} Fulfilled`, true],
    ]);
  });

  it('reads the rules out with the field, and each alone when it changes', async () => {
    const { find } = await screenFixture(first, {}, { settings: recovery });
    const described = find('input[name=newPassword]').getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).to.contain('minimum of 8 characters');
    expect(find('.sie-rules').getAttribute('aria-live')).to.equal('polite');
    expect(find('.sie-rule').getAttribute('aria-atomic')).to.equal('true');
  });

  it('has no rules to show where nearly every password will do', async () => {
    const open = { ...recovery, passwordPolicy: { length: { min: 1 }, characterTypes: { min: 1 } } };
    const { screen } = await screenFixture(first, {}, { settings: open });
    expect(screen.querySelector('.sie-rules')).to.equal(null);
  });

  it('says beside the field what the server does not accept, and typing takes it away', async () => {
    const { find, show, type, flow } = await screenFixture(reset, {}, { settings: recovery });
    const values = { rules: ['password_rejected.pwned'] };
    await show({ problem: { field: 'newPassword', code: 'password.rejected', values } });
    expect(find('[data-field=newPassword] [role=alert]').textContent).to.match(/easy to guess/);
    expect(document.activeElement).to.equal(find('input[name=newPassword]'));
    await type('newPassword', 'a');
    expect(flow.calls).to.deep.include(['dismiss']);
  });

  it('moves nothing when it says what is wrong', async () => {
    const { find, show } = await screenFixture(first, {}, { settings: noRecovery });
    const top = () => find('button[type=submit]').getBoundingClientRect().top;
    const before = top();
    await show({ problem: { field: 'confirmPassword', code: 'input.passwords_differ' } });
    expect(find('[data-field=confirmPassword] [role=alert]').textContent).to.equal('Your passwords don’t match.');
    expect(document.activeElement).to.equal(find('input[name=confirmPassword]'));
    expect(top()).to.equal(before);
  });

  it('says whether it is the first password or one in place of another, and leads back', async () => {
    const { find, press, flow } = await screenFixture(reset, {}, { settings: recovery });
    expect(find('h1').textContent).to.equal('New password');
    find<HTMLButtonElement>('.sie-back').click();
    expect(flow.calls).to.deep.equal([['back']]);
    press('Save password');
    const other = await screenFixture(first, {}, { settings: recovery });
    expect(other.find('h1').textContent).to.equal('Set password');
  });

  it('cannot be pressed twice while it works, and says so', async () => {
    const pending = { command: 'submitNewPassword' };
    const { find } = await screenFixture(first, { status: 'busy', pending }, { settings: noRecovery });
    expect(find('button[type=submit]').getAttribute('aria-busy')).to.equal('true');
    expect(find<HTMLInputElement>('input[name=confirmPassword]').readOnly).to.equal(true);
  });

  for (const [what, settings] of [
    ['with one field', recovery],
    ['with two', noRecovery],
  ] as const) {
    it(`passes axe ${what}`, async () => {
      const { screen, type } = await screenFixture(first, {}, { settings });
      await type('newPassword', 'abcdefgh');
      await expect(screen).to.be.accessible();
    });
  }
});
