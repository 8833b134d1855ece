import { expect } from '@open-wc/testing';
import type { Question } from '../flow/index.ts';
import { settingsWith } from '../flow/testing/harness.ts';
import { setLanguage } from '../localization/language.ts';
import { dialogTexts } from './dialog-texts.ts';

const settings = settingsWith();
const email = { type: 'email', value: 'alice@example.com' };
const phone = { type: 'phone', value: '8613800000001' };
const ask = (code: string, values?: Question['values']) => dialogTexts({ code, ...(values && { values }) }, settings);

describe('dialog texts', () => {
  afterEach(async () => {
    await setLanguage({ language: 'en' });
  });

  const questions = [
    ['account.create', 'No account found for alice@example.com. Create a new one?', 'Continue', 'Cancel'],
    ['account.use_existing', 'An account with alice@example.com already exists. Continue to sign in.', 'Continue', 'Cancel'],
    [
      'account.exists',
      'The account with email alice@example.com is linked to another account. Please try another email.',
      'Change email',
      undefined,
    ],
    [
      'account.link',
      'The account with email alice@example.com already exists. Would you like to link?',
      'Link and continue',
      'Cancel',
    ],
    ['user.user_not_exist', 'The account with email alice@example.com does not exist.', 'Change email', undefined],
  ] as const;
  for (const [code, text, confirm, cancel] of questions) {
    it(`${code}: have text and button labels`, () => {
      const question = ask(code, email);
      expect(question).to.include({ title: 'Reminder', text, confirm, dismissible: true });
      expect(question.cancel).to.equal(cancel);
    });
  }

  it('show phone numbers with a plus', () => {
    expect(ask('account.create', phone).text).to.contain('+8613800000001');
    expect(ask('account.exists', phone).confirm).to.equal('Change phone number');
  });

  it('offer nothing but a reset for an expired password', () => {
    expect(ask('password.expired')).to.include({
      text: 'Your password has expired and must be reset before you can sign in.',
      confirm: 'Reset password',
      dismissible: false,
    });
  });

  it('have no title for the terms, which can be declined', () => {
    const question = ask('terms');
    expect(question).to.include({ confirm: 'Agree', cancel: 'Cancel', dismissible: true });
    expect(question).not.to.have.property('title');
  });

  it('fall back to the code of an unknown question', () => {
    expect(ask('something.new')).to.include({ text: 'Something went wrong (something.new)', confirm: 'Continue' });
  });

  it('are in the language of the page', async () => {
    await setLanguage({ language: 'ar' });
    for (const code of ['account.create', 'account.use_existing', 'account.exists', 'account.link', 'password.expired']) {
      const { text, confirm } = ask(code, { ...email, value: '١' });
      expect(text, code).to.match(/^[^a-z]+$/i);
      expect(confirm, code).to.match(/^[^a-z]+$/i);
    }
  });
});
