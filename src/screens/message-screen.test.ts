import { expect, oneEvent } from '@open-wc/testing';
import type { Step } from '../flow/steps/step.ts';
import { screenFixture } from './testing/screen-fixture.ts';

const retry = { command: 'startDirect', input: {} } as const;
const steps: readonly Step[] = [
  { name: 'unknown-session' },
  { name: 'account-suspended', code: 'user.suspended' },
  { name: 'unavailable', code: 'user.missing_profile' },
  { name: 'error', code: 'timeout', retry },
  { name: 'error', code: 'redirect.unsafe', requestId: 'req-7' },
  { name: 'error', code: 'one_time_token.token_expired', message: 'The token is expired.' },
  { name: 'unavailable', code: 'session.mfa.require_mfa_verification' },
  { name: 'not-found' },
];

describe('screens with only a message', () => {
  for (const step of steps) {
    const name = 'code' in step ? `${step.name} (${step.code})` : step.name;

    // What fails may go on failing.
    const ways = 'retry' in step ? 2 : 1;
    it(`${name}: a heading, a sentence, and one thing to press, or another beside trying again`, async () => {
      const { screen, flow } = await screenFixture(step);
      expect(screen.querySelectorAll('h1')).to.have.length(1);
      expect(screen.querySelector('.sie-description')?.textContent.trim()).not.to.equal('');
      const presses = screen.querySelectorAll<HTMLElement>('button, a');
      expect(presses).to.have.length(ways);
      presses[0]?.click();
      expect(flow.calls).to.have.length(1);
      await expect(screen).to.be.accessible();
    });
  }

  for (const step of [
    { name: 'unknown-session' },
    { name: 'error', code: 'one_time_token.token_expired', startOver: true },
  ] as const) {
    it(`lead back to the app, where it is known, when only a new beginning there helps: ${step.name}`, async () => {
      const { find, screen } = await screenFixture(step, {}, { appUrl: 'https://app.example.com/start' });
      expect(find<HTMLAnchorElement>('a').href).to.equal('https://app.example.com/start');
      expect(screen.querySelector('button')).to.equal(null);
    });
  }

  it('lead to where the tenant wants people to begin, when nobody knows where they came from', async () => {
    const { find } = await screenFixture(
      { name: 'error', code: 'one_time_token.token_expired', startOver: true },
      {},
      { settings: { unknownSessionRedirectUrl: 'https://app.example.com/begin' } },
    );
    expect(find<HTMLAnchorElement>('a').href).to.equal('https://app.example.com/begin');
  });

  it('lead back to the app also where this page can do no more', async () => {
    const { find, press, flow } = await screenFixture(
      { name: 'unavailable', code: 'session.mfa.require_mfa_verification' },
      {},
      { appUrl: 'https://app.example.com/start' },
    );
    expect(find<HTMLAnchorElement>('a').href).to.equal('https://app.example.com/start');
    press('Back to sign in');
    expect(flow.calls).to.have.length(1);
  });

  it('try again what failed', async () => {
    const { flow, press } = await screenFixture({ name: 'error', code: 'network', retry });
    press('Try again');
    expect(flow.calls).to.deep.equal([['retry', retry]]);
  });

  it('offer another action where trying again does not help', async () => {
    const { flow, press } = await screenFixture({ name: 'error', code: 'network', retry });
    press('Back to sign in');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'sign-in' }, replace: true }]]);
  });

  it('hold what is to be tried again back until the server takes it', async () => {
    const wait = { until: Date.now() + 1500, command: 'startDirect' };
    const { find, screen, text } = await screenFixture({ name: 'error', code: 'service.busy', retry, wait });
    expect(text()).to.contain('Too many attempts in a short time. ').and.not.to.contain('Wait a moment');
    expect(find('button').textContent).to.contain('Try again');
    expect(find('button').getAttribute('aria-disabled')).to.equal('true');
    await expect(screen).to.be.accessible();
    await oneEvent(screen, 'sie-wait-end');
    await screen.updateComplete;
    expect(find('button').hasAttribute('aria-disabled')).to.equal(false);
  });

  it('name the reference that support needs', async () => {
    const { text } = await screenFixture({ name: 'error', code: 'service.failed', reference: 'HTTP 502', retry });
    expect(text()).to.contain('Reference for support: service.failed HTTP 502');
  });

  it('name code and request for support', async () => {
    const { text } = await screenFixture({ name: 'error', code: 'redirect.unsafe', requestId: 'req-7' });
    expect(text()).to.contain('redirect.unsafe req-7');
  });

  it('show the words of the server for what we do not know', async () => {
    const { text } = await screenFixture({
      name: 'error',
      code: 'user.something_new',
      message: 'Something new.',
      requestId: 'r1',
    });
    expect(text()).to.match(/^Something went wrong Something new\. .* user\.something_new r1$/);
    const silent = await screenFixture({ name: 'error', code: 'user.something_new' });
    expect(silent.screen.querySelector('.sie-description')).to.equal(null);
  });

  it('name a link that no longer works', async () => {
    const { text } = await screenFixture({ name: 'error', code: 'one_time_token.token_consumed' });
    expect(text()).to.match(/^Invalid link .*used already/);
  });

  it('say what cannot be done here, and do not promise another way where there is none', async () => {
    const second = await screenFixture({ name: 'unavailable', code: 'user.missing_mfa' });
    expect(second.text()).to.contain('second step').and.not.contain('another way');
    const address = await screenFixture({ name: 'unavailable', code: 'path.mfa-verification' });
    expect(address.text()).to.contain('second step');
    for (const code of ['path.device', 'user.passkey_preferred', 'oidc.invalid_mfa']) {
      const other = await screenFixture({ name: 'unavailable', code });
      expect(other.text()).to.contain('cannot do what comes next');
    }
  });

  it("name the tenant's support", async () => {
    const settings = { supportEmail: 'help@example.com', supportWebsiteUrl: 'https://help.example.com/' };
    const { screen, text } = await screenFixture({ name: 'account-suspended', code: 'user.suspended' }, {}, { settings });
    expect(text()).to.contain('Support email: help@example.com Support website: https://help.example.com/');
    const links = [...screen.querySelectorAll('a')].map(({ href }) => href);
    expect(links).to.deep.equal(['mailto:help@example.com', 'https://help.example.com/']);
  });

  it('leave the support out where the tenant has none', async () => {
    const settings = { supportEmail: '', supportWebsiteUrl: null };
    const { text } = await screenFixture({ name: 'account-suspended', code: 'user.suspended' }, {}, { settings });
    expect(text()).not.to.contain('Support');
  });
});
