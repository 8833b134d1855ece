import { expect } from '@open-wc/testing';
import { screenFixture } from './testing/screen-fixture.ts';

const step = (missing: 'username' | 'email' | 'phone' | 'emailOrPhone') => ({ name: 'missing-identifier', missing }) as const;

describe('the screen for an identifier that the account lacks', () => {
  const screens = [
    ['username', 'Set username', 'Username'],
    ['email', 'Link email', 'Email'],
    ['phone', 'Link phone', 'Phone number'],
    ['emailOrPhone', 'Link email or phone', 'Email / Phone number'],
  ] as const;
  for (const [missing, title, label] of screens) {
    it(`asks for ${missing}, says why, and passes axe`, async () => {
      const { screen, find } = await screenFixture(step(missing));
      expect(find('h1').textContent).to.equal(title);
      expect(find('label').textContent).to.equal(label);
      expect(find('.sie-description').textContent.trim()).not.to.equal('');
      await expect(screen).to.be.accessible();
    });
  }

  it('sends it with what was asked for', async () => {
    const { type, submit } = await screenFixture(step('emailOrPhone'));
    await type('identifier', 'alice@example.com');
    const [name, input] = (await submit()) ?? [];
    expect(name).to.equal('submitMissingIdentifier');
    expect(input).to.have.nested.include({ missing: 'emailOrPhone', 'identifier.type': 'email' });
  });

  it('is filled in with what was typed before', async () => {
    const identifier = { type: 'email', value: 'alice@example.com' } as const;
    const { find } = await screenFixture({ ...step('email'), identifier });
    expect(find<HTMLInputElement>('input').value).to.equal('alice@example.com');
  });

  it('says what a username must be like: the tenant’s rules, or those of all', async () => {
    const free = await screenFixture(step('username'));
    expect(free.text()).to.contain('only letters, numbers, and underscores');
    const usernamePolicy = { minLength: 4, maxLength: 12 };
    const strict = await screenFixture(step('username'), {}, { settings: { usernamePolicy } });
    expect(strict.text()).to.contain('Username must be 4 to 12 characters.');
  });

  it('says beside the field what is wrong with it', async () => {
    const { find, show } = await screenFixture(step('username'));
    await show({ problem: { field: 'identifier', code: 'user.username_starts_with_number' } });
    expect(find('[role=alert]').textContent).to.equal('Username should not start with a number');
    expect(document.activeElement).to.equal(find('[name=identifier]'));
  });

  it('leads back', async () => {
    const { find, flow } = await screenFixture(step('email'));
    find<HTMLButtonElement>('.sie-back').click();
    expect(flow.calls).to.deep.equal([['back']]);
  });
});
