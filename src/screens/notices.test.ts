import { expect } from '@open-wc/testing';
import type { Step } from '../flow/steps.ts';
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
    await show({ status: 'busy', doing: { command: 'startSocial', target: 'google' } });
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

  it('names code and request of what we do not know, also beside a field', async () => {
    const problem = { code: 'session.something_new', message: 'Something new.', requestId: 'req-7' };
    const { text, show } = await screenFixture({ name: 'sign-in' }, { notice: { tone: 'danger', ...problem } }, { settings });
    expect(text()).to.contain('Something new. (session.something_new req-7)');
    await show({ problem: { field: 'identifier', ...problem } });
    expect(text()).to.contain('Something new. (session.something_new req-7)');
  });

  it('is nothing where good news has no words', async () => {
    const { screen, show } = await screenFixture({ name: 'sign-in' }, {}, { settings });
    screen.problemText = undefined;
    await show({ notice: { tone: 'success', code: 'code.sent' } });
    expect(screen.querySelector('.sie-notice')).to.equal(null);
    await show({ notice: { tone: 'danger', code: 'network' } });
    expect(screen.querySelector('.sie-notice')?.textContent).to.contain('offline');
  });
});
