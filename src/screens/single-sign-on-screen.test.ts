import { expect } from '@open-wc/testing';
import { screenFixture } from './testing/screen-fixture.ts';

const step = { name: 'single-sign-on' } as const;
const focused = { ...step, focused: true } as const;
const terms = { termsOfUseUrl: 'https://example.com/terms' };
const policy = (agreeToTermsPolicy: string) => ({ settings: { ...terms, agreeToTermsPolicy } });

describe('the single sign-on screen', () => {
  it('asks for an e-mail address and sends it', async () => {
    const { flow, find } = await screenFixture(step);
    const input = find<HTMLInputElement>('[name=identifier]');
    expect(input).to.include({ type: 'text', inputMode: 'email', autocomplete: 'username' });
    input.value = 'alice@acme.example';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    find<HTMLFormElement>('form').requestSubmit();
    while (flow.calls.length < 2) await new Promise(requestAnimationFrame);
    const [name, sent] = flow.calls.at(-1) ?? [];
    expect(name).to.equal('submitSsoEmail');
    expect(sent).to.have.nested.include({ 'identifier.type': 'email', 'identifier.value': 'alice@acme.example' });
  });

  it('fills in the address it was left with, else the one that was typed before', async () => {
    const left = await screenFixture({ ...step, email: 'alice@acme.example' });
    expect(left.find<HTMLInputElement>('[name=identifier]').value).to.equal('alice@acme.example');
    const typed = await screenFixture(step, {}, { identifier: { type: 'email', value: 'bob@acme.example' } });
    expect(typed.find<HTMLInputElement>('[name=identifier]').value).to.equal('bob@acme.example');
  });

  it('shows an error at the field where no SSO connector covers the address; typing removes it', async () => {
    const message = 'Single Sign-On is not enabled for this email account.';
    const { find, flow, show } = await screenFixture(step);
    await show({ problem: { field: 'identifier', code: 'sso.not_enabled', message } });
    const input = find<HTMLInputElement>('[name=identifier]');
    expect(find('.sie-error').textContent).to.equal(message);
    expect(input).to.equal(document.activeElement);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(flow.calls).to.deep.equal([['dismiss']]);
  });

  it('has a lock on its button, which is named and busy', async () => {
    const { find } = await screenFixture(step, { status: 'busy', pending: { command: 'submitSsoEmail' } });
    const button = find<HTMLButtonElement>('button[type=submit]');
    expect(button.querySelector('svg')).not.to.equal(null);
    expect(button.textContent.trim()).to.equal('Single Sign-On');
    expect(button.disabled && button.getAttribute('aria-busy')).to.equal('true');
  });

  it('goes back', async () => {
    const { flow, find } = await screenFixture(step);
    find('.sie-back').click();
    expect(flow.calls).to.deep.equal([['back']]);
  });

  it('leads to everything else when the app asked for it first, where nothing is behind it', async () => {
    const { flow, screen, press } = await screenFixture(focused);
    expect(screen.querySelector('.sie-back')).to.equal(null);
    press('All sign-in options');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'sign-in' }, replace: false }]]);
  });

  it('speaks of the terms where it is the first screen: a box to tick, a sentence, or nothing', async () => {
    const manual = await screenFixture(focused, {}, policy('Manual'));
    manual.find<HTMLInputElement>('[name=termsAgreement]').click();
    expect(manual.flow.calls).to.deep.include(['setAgreed', true]);
    const automatic = await screenFixture(focused, {}, policy('Automatic'));
    expect(automatic.text()).to.contain('By continuing, you agree to the Terms of Use');
    const registration = await screenFixture(focused, {}, policy('ManualRegistrationOnly'));
    expect(registration.text()).not.to.contain('Terms of Use');
    const later = await screenFixture(step, {}, policy('Manual'));
    expect(later.text()).not.to.contain('Terms of Use');
  });

  for (const shown of [step, focused]) {
    it(`passes axe ${'focused' in shown ? 'as the first screen' : 'as a later screen'}`, async () => {
      const { screen } = await screenFixture(shown, {}, policy('Manual'));
      await expect(screen).to.be.accessible();
    });
  }
});
