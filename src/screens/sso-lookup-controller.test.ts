import { expect, waitUntil } from '@open-wc/testing';
import type { SsoConnector } from '../client/schemas/settings.ts';
import type { FlowState } from '../flow/index.ts';
import type { FakeFlowOptions } from './testing/fake-flow.ts';
import { screenFixture } from './testing/screen-fixture.ts';

const acme: SsoConnector = { id: 'acme', connectorName: 'Acme', logo: '', darkLogo: '' };
const passwords = { signIn: { methods: [{ identifier: 'email', password: true }] } };
const settings = { ...passwords, singleSignOnEnabled: true, ssoConnectors: [acme] };

/** The sign-in screen of a tenant with an SSO connector for acme.example, with the lookup loaded. */
async function watched(changes: Partial<FlowState> = {}, options: FakeFlowOptions = {}) {
  const asked: { email: string; signal: AbortSignal }[] = [];
  const findSsoConnectors = (email: string, signal: AbortSignal) => {
    asked.push({ email, signal });
    return Promise.resolve(email.endsWith('@acme.example') ? [acme] : []);
  };
  const fixture = await screenFixture({ name: 'sign-in' }, changes, { settings, findSsoConnectors, ...options });
  const { screen, find } = fixture;
  await waitUntil(() => screen.querySelector('sie-field-note'), 'The SSO lookup is not loaded.');
  const input = find<HTMLInputElement>('[name=identifier]');
  const type = (value: string) => {
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const submit = () => find<HTMLFormElement>('form').requestSubmit();
  const note = () => find('sie-field-note').textContent.trim();
  const button = () => find<HTMLButtonElement>('button[type=submit]');
  const isFound = () => note() !== '';
  const found = async (email = 'alice@acme.example') => {
    type(email);
    await waitUntil(isFound, 'The SSO connector is not found.');
  };
  return { ...fixture, asked, type, found, isFound, submit, note, button, input };
}

describe('the SSO lookup', () => {
  it('runs on the register screen, too', async () => {
    const { screen } = await screenFixture(
      { name: 'register' },
      {},
      { settings: { ...settings, signUp: { identifiers: ['email'] } } },
    );
    await waitUntil(() => screen.querySelector('sie-field-note'), 'The SSO lookup is not loaded.');
  });

  for (const step of [
    { name: 'sign-in', focused: ['email'] },
    { name: 'register', focused: ['email'] },
  ] as const) {
    it(`runs on a first screen that the app limited to email addresses: ${step.name}`, async () => {
      const findSsoConnectors = () => Promise.resolve([acme]);
      const identifier = { type: 'email', value: 'alice@acme.example' } as const;
      const signUp = { identifiers: ['email'] };
      const { find, screen } = await screenFixture(
        step,
        {},
        { settings: { ...settings, signUp }, findSsoConnectors, identifier },
      );
      await waitUntil(() => screen.querySelector('sie-field-note')?.textContent.trim(), 'The SSO connector is not found.');
      expect(find('button[type=submit]').textContent.trim()).to.equal('Single Sign-On');
    });
  }

  it('is not loaded where the tenant has no SSO connectors', async () => {
    const { screen } = await screenFixture({ name: 'sign-in' }, {}, { settings: passwords });
    expect(screen.querySelector('sie-field-note')).to.equal(null);
  });

  it('offers SSO and nothing else, and says so', async () => {
    const { screen, find, found, note, button, text } = await watched();
    await found();
    expect(note()).to.equal('Single Sign-On is enabled for this account');
    expect(find('sie-field-note [role=status]').checkVisibility()).to.equal(true);
    expect(find('sie-password-field').checkVisibility()).to.equal(false);
    expect(button().textContent.trim()).to.equal('Single Sign-On');
    expect(text()).not.to.contain('Continue with dingtalk');
    await expect(screen).to.be.accessible();
  });

  it('submits the address with submitSsoEmail', async () => {
    const { flow, found, submit } = await watched();
    await found();
    submit();
    await waitUntil(() => flow.calls.some(([name]) => name === 'submitSsoEmail'));
    expect(flow.calls.at(-1)?.[1]).to.have.nested.include({
      'identifier.type': 'email',
      'identifier.value': 'alice@acme.example',
    });
  });

  it('asks once for what is typed in one go', async () => {
    const { asked, type, found } = await watched();
    type('a@acme.example');
    type('al@acme.example');
    await found();
    expect(asked.map(({ email }) => email)).to.deep.equal(['alice@acme.example']);
  });

  it('asks for e-mail addresses alone', async () => {
    const { asked, type, found } = await watched();
    type('alice@');
    await found();
    expect(asked).to.have.length(1);
  });

  it('aborts a request when the next letter makes it obsolete', async () => {
    const { asked, type, found } = await watched();
    await found();
    type('alice@acme.examples');
    expect(asked[0]?.signal.aborted).to.equal(true);
  });

  it('leaves everything as it was when the address changes, with the password that was typed', async () => {
    const { screen, find, found, type, note, button } = await watched();
    find<HTMLInputElement>('[name=password]').value = 'secret';
    await found();
    type('alice@example.com');
    await screen.updateComplete;
    expect(note()).to.equal('');
    expect(button().textContent.trim()).to.equal('Sign in');
    expect(find('sie-password-field').checkVisibility()).to.equal(true);
    expect(find<HTMLInputElement>('[name=password]').value).to.equal('secret');
  });

  it('looks at an address that was filled in beforehand', async () => {
    const { isFound } = await watched({}, { identifier: { type: 'email', value: 'alice@acme.example' } });
    await waitUntil(isFound, 'The SSO connector is not found.');
  });

  it('leaves it to the flow when a password manager changed the address without an event', async () => {
    const { flow, input, found, submit } = await watched();
    await found();
    input.value = 'bob@example.com';
    submit();
    await waitUntil(() => flow.calls.some(([name]) => name === 'submitPassword'));
    expect(flow.calls.some(([name]) => name === 'submitSsoEmail')).to.equal(false);
  });

  it('stops looking when the form is submitted: the flow looks itself', async () => {
    const { flow, asked, type, submit } = await watched();
    type('alice@example.com');
    await waitUntil(() => asked.length === 1);
    submit();
    await waitUntil(() => flow.calls.some(([name]) => name === 'submitPassword'));
    expect(asked[0]?.signal.aborted).to.equal(true);
  });

  it('moves the focus when the focused password field is removed', async () => {
    const { find, found, button } = await watched();
    find<HTMLInputElement>('[name=password]').focus();
    await found();
    expect(document.activeElement).to.equal(button());
  });

  it('makes room for what is wrong with the address', async () => {
    const { show, found, note } = await watched();
    await found();
    await show({ problem: { field: 'identifier', code: 'sso.not_enabled' } });
    expect(note()).to.equal('');
  });

  it('moves nothing under the finger where the address is asked for alone', async () => {
    const codes = { signIn: { methods: [{ identifier: 'email', verificationCode: true }] } };
    const { found, button } = await watched({}, { settings: { ...settings, ...codes } });
    const { top } = button().getBoundingClientRect();
    await found();
    expect(button().getBoundingClientRect().top).to.equal(top);
  });

  it('shows that it is on its way', async () => {
    const { found, show, button } = await watched();
    await found();
    await show({ status: 'busy', pending: { command: 'submitSsoEmail' } });
    expect(button().disabled).to.equal(true);
    expect(button().getAttribute('aria-busy')).to.equal('true');
  });
});
