import { expect } from '@open-wc/testing';
import { screenFixture } from './testing/screen-fixture.ts';

const step = { name: 'social-link', connectorId: 'ding', relatedUser: { type: 'email', value: 'alic****@example.com' } } as const;
const signUp = (...identifiers: string[]) => ({ settings: { signUp: { identifiers } } });

describe('the screen that links a provider with an account', () => {
  it('names the provider and the account, masked, and links them', async () => {
    const { flow, find, press } = await screenFixture(step);
    expect(find('.sie-account').textContent.replace(/\s+/g, ' ')).to.contain('dingtalk alic****@example.com');
    press('Link with alic****@example.com');
    expect(flow.calls).to.deep.equal([['linkRelatedAccount', {}]]);
  });

  for (const [identifiers, title, another] of [
    [['username'], 'Link or create account', 'Create new one instead'],
    [['email'], 'Link email', 'Link another email'],
    [['phone', 'username'], 'Link phone', 'Link another phone'],
    [['email', 'phone'], 'Link email or phone', 'Link another email or phone'],
  ] as const) {
    it(`offers a new account in the words of people who sign up with ${identifiers.join(' and ')}`, async () => {
      const { flow, screen, press, text } = await screenFixture(step, {}, signUp(...identifiers));
      expect(screen.querySelector('h1')?.textContent).to.equal(title);
      expect(text()).to.contain(`Skip linking to existing account? ${another}`);
      press(another);
      expect(flow.calls).to.deep.equal([['createAccount', {}]]);
    });
  }

  it('offers no new account where none can be made', async () => {
    const { screen, text } = await screenFixture(step, {}, { settings: { signInMode: 'SignIn' } });
    expect(text()).not.to.contain('Skip linking');
    expect(screen.querySelectorAll('.sie-form ~ * button')).to.have.length(0);
  });

  it('leaves the name out of a provider that is gone', async () => {
    const { find } = await screenFixture({ ...step, connectorId: 'gone' });
    expect(find('.sie-account-text').textContent.trim()).to.equal('alic****@example.com');
  });

  it('shows only what was pressed busy, and keeps the rest from being pressed', async () => {
    const { screen } = await screenFixture(step, { status: 'busy', pending: { command: 'createAccount' } });
    expect(screen.querySelector('[aria-busy]')).to.equal(null);
    const open = [...screen.querySelectorAll<HTMLButtonElement>('button:not(.sie-back)')].filter(({ disabled }) => !disabled);
    expect(open).to.deep.equal([]);
  });

  it('says what went wrong', async () => {
    const { text } = await screenFixture(step, { notice: { tone: 'danger', code: 'network' } });
    expect(text()).to.contain('You seem to be offline');
  });

  it('goes back', async () => {
    const { flow, find } = await screenFixture(step);
    find('.sie-back').click();
    expect(flow.calls).to.deep.equal([['back']]);
  });

  for (const status of ['idle', 'busy'] as const) {
    it(`passes axe while ${status}`, async () => {
      const { screen } = await screenFixture(step, { status });
      await expect(screen).to.be.accessible();
    });
  }
});
