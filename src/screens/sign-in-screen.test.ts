import { expect } from '@open-wc/testing';
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
const manual = { agreeToTermsPolicy: 'Manual', termsOfUseUrl: 'https://example.com/terms' };

async function typed(input: HTMLInputElement, value: string): Promise<void> {
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await Promise.resolve();
}

/** Submits and waits for what the screen does with it: the identifier is read asynchronously. */
async function submitted({ find, flow }: Awaited<ReturnType<typeof screenFixture>>): Promise<readonly unknown[] | undefined> {
  const before = flow.deeds.length;
  find<HTMLFormElement>('form').requestSubmit();
  while (flow.deeds.length === before) await new Promise(requestAnimationFrame);
  return flow.deeds.at(-1);
}

describe('the sign-in screen', () => {
  it('asks for identifier and password together where every method is a password', async () => {
    const fixture = await screenFixture(step, {}, { settings: passwords });
    const [identifier, password] = fixture.screen.querySelectorAll<HTMLInputElement>('form input');
    expect(identifier).to.include({ name: 'identifier', autocomplete: 'username' });
    expect(password).to.include({ name: 'password', autocomplete: 'current-password', type: 'password' });
    if (!identifier || !password) return;
    await typed(identifier, 'alice');
    password.value = 'secret';
    const deed = await submitted(fixture);
    expect(deed?.[0]).to.equal('submitPassword');
    expect(deed?.[1]).to.deep.include({ password: 'secret' });
    expect((deed?.[1] as { identifier: object }).identifier).to.deep.include({ type: 'username', value: 'alice', valid: true });
  });

  it('asks for the identifier alone otherwise', async () => {
    const fixture = await screenFixture(step);
    expect(fixture.screen.querySelector('[type=password]')).to.equal(null);
    await typed(fixture.find<HTMLInputElement>('[name=identifier]'), 'alice@example.com');
    const deed = await submitted(fixture);
    expect(deed?.[0]).to.equal('submitIdentifier');
    expect((deed?.[1] as { identifier: object }).identifier).to.deep.include({ type: 'email', value: 'alice@example.com' });
  });

  it('fills in what is known of the person', async () => {
    const { find } = await screenFixture(step, {}, { identifier: { type: 'email', value: 'alice@example.com' } });
    expect(find<HTMLInputElement>('[name=identifier]').value).to.equal('alice@example.com');
  });

  it('takes the notice away when the person goes on typing', async () => {
    const { find, flow } = await screenFixture(step, { notice: { tone: 'danger', code: 'network' } });
    await typed(find<HTMLInputElement>('[name=identifier]'), 'a');
    expect(flow.deeds).to.deep.include(['dismiss']);
  });

  it('shows the connectors in the order of the tenant and starts the pressed one', async () => {
    const { flow, screen, press } = await screenFixture(step);
    const names = [...screen.querySelectorAll('sie-social-buttons .sie-button-label')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(names).to.deep.equal(['Continue with dingtalk', 'Continue with alipay']);
    press('Continue with alipay');
    expect(flow.deeds).to.deep.equal([['startSocial', { connectorId: 'ali' }]]);
  });

  it('shows only the pressed connector busy and keeps everything else from being pressed', async () => {
    const { screen } = await screenFixture(step, { status: 'busy', doing: { command: 'startSocial', target: 'ding' } });
    const busy = [...screen.querySelectorAll('[aria-busy=true] .sie-button-label')].map(({ textContent }) => textContent.trim());
    expect(busy).to.deep.equal(['Continue with dingtalk']);
    const open = [...screen.querySelectorAll<HTMLButtonElement>('button.sie-button')].filter(({ disabled }) => !disabled);
    expect(open).to.deep.equal([]);
  });

  it('gives the focus back to the button that was pressed when the answer is a notice', async () => {
    const { find, show } = await screenFixture(step, {}, { settings: passwords });
    const button = find<HTMLButtonElement>('button[name=submit]');
    button.focus();
    await show({ status: 'busy', doing: { command: 'submitPassword' } });
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
    expect(flow.deeds).to.deep.include(['setAgreed', true]);
    const automatic = await screenFixture(step, {}, { settings: { ...manual, agreeToTermsPolicy: 'Automatic' } });
    expect(automatic.text()).to.contain('By continuing, you agree to the Terms of Use');
    expect(automatic.screen.querySelector('[name=termsAgreement]')).to.equal(null);
  });

  for (const [what, settings] of [
    ['identifier first', {}],
    ['with a password', passwords],
    ['with terms to agree to', manual],
  ] as const) {
    it(`passes axe ${what}`, async () => {
      const { screen } = await screenFixture(step, {}, { settings });
      await expect(screen).to.be.accessible();
    });
  }
});
