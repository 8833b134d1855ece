import { expect, oneEvent } from '@open-wc/testing';
import type { Step } from '../flow/steps/step.ts';
import { screenFixture } from './testing/screen-fixture.ts';

const email = { type: 'email', value: 'alice@example.com' } as const;
const settings = {
  signIn: { methods: [{ identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: true }] },
  signUp: { identifiers: ['email'], password: true, verify: true },
  socialConnectors: [
    { id: 'google', target: 'google', name: { en: 'Google' }, logo: '', logoDark: null, platform: null },
    { id: 'github', target: 'github', name: { en: 'GitHub' }, logo: '', logoDark: null, platform: null },
  ],
  ssoConnectors: [{ id: 'acme', connectorName: 'Acme', logo: '', darkLogo: '' }],
  customProfileFields: [{ name: 'nickname', type: 'Text', label: 'Nickname', required: false, config: {} }],
};
const onlyProviders = { ...settings, signIn: { methods: [] } };
const relatedUser = { type: 'email', value: 'ali***@example.com' } as const;
const steps: readonly (readonly [Step, object?])[] = [
  [{ name: 'sign-in' }],
  [{ name: 'sign-in' }, onlyProviders],
  [{ name: 'register' }],
  [{ name: 'password', identifier: email }],
  [{ name: 'verification-code', purpose: 'sign-in', identifier: email, verificationId: 'v', sentAt: 0 }],
  [{ name: 'forgot-password' }],
  [{ name: 'new-password', purpose: 'reset' }],
  [{ name: 'missing-identifier', missing: 'email' }],
  [{ name: 'extra-profile' }],
  [{ name: 'social-link', connectorId: 'google', relatedUser }],
  [{ name: 'single-sign-on' }],
  [{ name: 'sso-connectors', connectorIds: ['acme'] }],
  [{ name: 'switch-account', token: 't', email: email.value, current: { address: 'bob' } }],
];

const topsOf = (elements: NodeListOf<Element>) => [...elements].map((each) => each.getBoundingClientRect().top);

describe('what is said about a whole step', () => {
  for (const [step, changed = settings] of steps) {
    const which = `${step.name}${changed === settings ? '' : ' without a form'}`;

    it(`moves neither fields nor the button that was pressed: ${which}`, async () => {
      const { screen, show } = await screenFixture(step, {}, { settings: changed as Record<string, unknown> });
      const form = screen.querySelector('.sie-form') ?? screen;
      const pressed = () => topsOf(form.querySelectorAll('input, .sie-button'));
      const before = pressed();
      expect(before).not.to.have.length(0);
      await show({ notice: { tone: 'danger', code: 'network' } });
      expect(screen.querySelector('[role=alert].sie-notice')?.textContent).to.contain('offline');
      expect(pressed()).to.deep.equal(before);
    });
  }

  it('moves no provider where one was pressed', async () => {
    const { screen, show } = await screenFixture({ name: 'sign-in' }, {}, { settings });
    const pressed = () => topsOf(screen.querySelectorAll('input, .sie-button'));
    const before = pressed();
    await show({ status: 'busy', pending: { command: 'startSocial', target: 'google' } });
    await show({ notice: { tone: 'danger', code: 'network' } });
    expect(screen.querySelectorAll('.sie-notice')).to.have.length(1);
    expect(pressed()).to.deep.equal(before);
  });

  it('is brought into view when it is not', async () => {
    const { screen, show } = await screenFixture({ name: 'sign-in' }, {}, { settings });
    screen.parentElement!.style.marginBlockStart = `${innerHeight}px`;
    await show({ notice: { tone: 'danger', code: 'network' } });
    expect(screen.querySelector('.sie-notice')!.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    scrollTo(0, 0);
  });

  it('asks to wait where the server does, holds that button back and keeps the focus on it, and gives it back', async () => {
    const identifier = email;
    const { screen, show, find, flow } = await screenFixture({ name: 'password', identifier });
    const button = find<HTMLButtonElement>('button[type=submit]');
    button.focus();
    await show({ status: 'busy', pending: { command: 'submitPassword' } });
    const wait = { until: Date.now() + 1500, command: 'submitPassword' };
    await show({ notice: { tone: 'danger', code: 'service.busy', wait } });
    expect(screen.querySelector('.sie-notice')?.textContent).not.to.contain('Wait a moment');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.disabled).to.equal(false);
    expect(document.activeElement).to.equal(button);
    await expect(screen).to.be.accessible();
    await oneEvent(screen, 'sie-wait-end');
    await screen.updateComplete;
    expect(button.hasAttribute('aria-disabled')).to.equal(false);
    expect(screen.querySelector('.sie-notice')?.textContent).to.contain('You can try again now.');
    expect(flow.calls).to.deep.equal([]);
  });

  it('holds back the provider that was pressed alone, and the link for another code', async () => {
    const until = Date.now() + 60_000;
    const first = await screenFixture({ name: 'sign-in' }, {}, { settings });
    await first.show({
      notice: { tone: 'danger', code: 'service.busy', wait: { until, command: 'startSocial', target: 'github' } },
    });
    const held = [...first.screen.querySelectorAll('button[aria-disabled=true]')];
    expect(held.map((button) => button.querySelector('.sie-button-label')?.textContent)).to.deep.equal(['Continue with GitHub']);
    const step = { name: 'verification-code', purpose: 'sign-in', identifier: email, verificationId: 'v', sentAt: 0 } as const;
    const code = await screenFixture(step);
    await code.show({ notice: { tone: 'danger', code: 'service.busy', wait: { until, command: 'resendCode' } } });
    const link = [...code.screen.querySelectorAll('button[aria-disabled=true]')];
    expect(link.map(({ textContent }) => textContent.trim())).to.deep.equal(['Resend verification code']);
  });

  it('says who has the fault, and what support can find it by', async () => {
    const { text, show } = await screenFixture({ name: 'sign-in' }, {}, { settings });
    for (const [code, words] of [
      ['service.failed', 'The sign-in service is not working properly at the moment. This is not your fault.'],
      ['contract', 'The answer of the sign-in service was incomplete or could not be read.'],
    ] as const) {
      await show({ notice: { tone: 'danger', code, reference: 'req-7' } });
      expect(text()).to.contain(words);
      expect(text()).to.contain('Reference for support: req-7');
    }
  });

  it('names code and request of what we do not know, also beside a field', async () => {
    const problem = { code: 'session.something_new', message: 'Something new.', requestId: 'req-7' };
    const { text, show } = await screenFixture({ name: 'sign-in' }, { notice: { tone: 'danger', ...problem } }, { settings });
    expect(text()).to.contain('Something new. (session.something_new req-7)');
    await show({ problem: { field: 'identifier', ...problem } });
    expect(text()).to.contain('Something new. (session.something_new req-7)');
  });

  it('shows no success notice without text', async () => {
    const { screen, show } = await screenFixture({ name: 'sign-in' }, {}, { settings });
    screen.problemText = undefined;
    await show({ notice: { tone: 'success', code: 'code.sent' } });
    expect(screen.querySelector('.sie-notice')).to.equal(null);
    await show({ notice: { tone: 'danger', code: 'network' } });
    expect(screen.querySelector('.sie-notice')?.textContent).to.contain('could not be loaded');
  });
});
