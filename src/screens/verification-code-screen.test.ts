import { expect } from '@open-wc/testing';
import { setLanguage } from '../localization/language.ts';
import { screenFixture } from './testing/screen-fixture.ts';

const identifier = { type: 'phone', value: '8613800000001' } as const;
const step = { name: 'verification-code', purpose: 'sign-in', identifier, verificationId: 'v-1', sentAt: 0 } as const;
const justSent = () => ({ ...step, sentAt: Date.now() });

describe('the code screen', () => {
  it('says where the code went', async () => {
    const { text } = await screenFixture(step);
    expect(text()).to.contain('+8613800000001');
  });

  it('submits by itself when the last digit is there', async () => {
    const { flow, find } = await screenFixture(step);
    const input = find<HTMLInputElement>('[name=passcode]');
    input.value = '123456';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const submitted = flow.calls.filter(([name]) => name === 'submitCode');
    expect(submitted).to.deep.equal([['submitCode', { purpose: 'sign-in', identifier, verificationId: 'v-1', code: '123456' }]]);
  });

  it('submits what is there by the button, to be told what is missing', async () => {
    const { flow, find } = await screenFixture(step);
    find<HTMLInputElement>('[name=passcode]').value = '12';
    find<HTMLFormElement>('form').requestSubmit();
    expect(flow.calls).to.deep.equal([['submitCode', { purpose: 'sign-in', identifier, verificationId: 'v-1', code: '12' }]]);
  });

  it('counts down before another code can be asked for', async () => {
    const { text, screen } = await screenFixture(justSent());
    expect(text()).to.match(/Resend after (59|58) s/);
    expect(screen.textContent).not.to.contain('Resend verification code');
  });

  it('sends another code when the time is over', async () => {
    const { flow, press } = await screenFixture(step);
    press('Resend verification code');
    expect(flow.calls).to.deep.equal([['resendCode', { purpose: 'sign-in', identifier, missing: undefined }]]);
  });

  it('names the way to another code also where the tenant’s words have lost the link', async () => {
    await setLanguage({ language: 'en', phrases: { 'description.resend_passcode': 'Nothing there?' } });
    try {
      const { text, press, flow } = await screenFixture(step);
      expect(text()).to.contain('Nothing there? Resend verification code');
      press('Resend verification code');
      expect(flow.calls.map(([name]) => name)).to.deep.equal(['resendCode']);
    } finally {
      await setLanguage({ language: 'en' });
    }
  });

  it('leads to the password where there is one', async () => {
    const { flow, press } = await screenFixture(step);
    press('Sign in with password');
    expect(flow.calls).to.deep.equal([['goTo', { step: { name: 'password', identifier }, replace: true }]]);
  });

  for (const purpose of ['register', 'forgot-password', 'continue'] as const) {
    it(`offers no password in place of a code that is for another purpose: ${purpose}`, async () => {
      const { flow, text, find } = await screenFixture({ ...step, purpose });
      expect(text()).to.contain('Verify your phone number').and.not.contain('password');
      find<HTMLInputElement>('[name=passcode]').value = '123456';
      find<HTMLFormElement>('form').requestSubmit();
      expect(flow.calls.at(-1)?.[1]).to.deep.include({ purpose, code: '123456' });
      find<HTMLButtonElement>('.sie-back').click();
      expect(flow.calls.at(-1)).to.deep.equal(['back']);
    });
  }

  it('keeps a wrong code selected, so that typing replaces it', async () => {
    const { find, show } = await screenFixture(step);
    const input = find<HTMLInputElement>('[name=passcode]');
    input.value = '000000';
    await show({ problem: { field: 'code', code: 'verification_code.code_mismatch', message: 'Invalid verification code.' } });
    expect(document.activeElement).to.equal(input);
    expect(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)).to.equal('000000');
  });

  it('takes a code that the device read from a message', async () => {
    const { flow, show } = await screenFixture(step);
    await show({ receivedCode: '654321' });
    expect(flow.calls.at(-1)).to.deep.equal([
      'submitCode',
      { purpose: 'sign-in', identifier, verificationId: 'v-1', code: '654321' },
    ]);
  });

  it('passes axe', async () => {
    const { screen } = await screenFixture(justSent());
    await expect(screen).to.be.accessible();
  });
});
