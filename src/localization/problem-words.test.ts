import { expect } from '@open-wc/testing';
import { setLanguage } from './language.ts';
import { isPresentable, problemText } from './problem-words.ts';

describe('isPresentable', () => {
  it('accepts sentences', () => {
    expect(isPresentable('Too many attempts in a short time. Please try again in 10 minutes.')).to.equal(true);
    expect(isPresentable('رمز التحقق غير صحيح.\nحاول مرة أخرى.')).to.equal(true);
  });

  const unfit = [
    undefined,
    '',
    ' \n ',
    'User with {{ identifier }} does not exist.',
    'Error occurred in connector: {"message":"{}"}',
    '<html><h1>502 Bad Gateway</h1></html>',
    'x'.repeat(301),
  ];
  for (const message of unfit) {
    it(`refuses ${message === undefined ? 'nothing' : `“${message.slice(0, 50)}”`}`, () => {
      expect(isPresentable(message)).to.equal(false);
    });
  }
});

describe('problemText', () => {
  afterEach(async () => {
    await setLanguage({ language: 'en' });
  });

  it('shows the server’s own words where they serve people', () => {
    const message = 'Incorrect account or password. Please check your input.';
    expect(problemText({ code: 'session.invalid_credentials', message })).to.equal(message);
  });

  it('shows ours where the server’s are unfit or say less', () => {
    expect(problemText({ code: 'user.user_not_exist', message: 'User with {{ identifier }} does not exist.' })).to.equal(
      'No account matches what you entered. Check it and try again.',
    );
    expect(problemText({ code: 'auth.forbidden', message: 'Forbidden. Please check your user roles and permissions.' })).to.match(
      /not available here/,
    );
    expect(problemText({ code: 'connector.invalid_response', message: 'The connector’s response is invalid.' })).to.match(
      /did not answer as expected/,
    );
  });

  it('names the account that does not exist when it is known', () => {
    const values = { type: 'email', value: 'a@b.c' };
    expect(problemText({ code: 'user.user_not_exist', values })).to.equal('The account with email a@b.c does not exist.');
  });

  it('names the code when there is nothing better, and only then', () => {
    expect(problemText({ code: 'session.something_new' })).to.equal('Something went wrong (session.something_new)');
    expect(problemText({ code: 'session.something_new', message: 'Odd {"a":1}' })).to.match(/\(session\.something_new\)/);
    expect(problemText({ code: 'unknown', message: 'relation "users" does not exist' })).to.equal('Something went wrong');
    expect(problemText({ code: 'constructor' })).to.equal('Something went wrong (constructor)');
  });

  it('lists the identifiers a person may enter', async () => {
    const problem = { code: 'input.identifier_required', values: { types: ['email', 'phone'] } };
    expect(problemText(problem)).to.equal('Email or phone number is required');
    await setLanguage({ language: 'zh-CN' });
    expect(problemText(problem)).to.match(/^\p{Script=Han}+$/u);
  });

  it('shows the text of a native app, or words of our own', () => {
    expect(problemText({ code: 'native.failed', message: 'WeChat is not installed.' })).to.equal('WeChat is not installed.');
    expect(problemText({ code: 'native.failed' })).to.match(/did not answer/);
  });

  it('speaks the language of the page', async () => {
    await setLanguage({ language: 'fr', phrases: { 'error.timeout': 'Délai dépassé.' } });
    expect(problemText({ code: 'timeout' })).to.equal('Délai dépassé.');
    await setLanguage({ language: 'ar' });
    expect(problemText({ code: 'network' })).to.match(/^[^a-z]*$/i);
  });

  const ours = [
    'input.identifier_required',
    'input.invalid_identifier',
    'input.invalid_email',
    'input.invalid_phone',
    'input.invalid_username',
    'input.password_required',
    'input.code_incomplete',
    'network',
    'timeout',
    'contract',
    'session.not_found',
    'session.interaction_not_found',
    'callback.state_mismatch',
    'callback.state_missing',
    'redirect.unsafe',
    'connector.unknown',
    'connector.general',
    'native.unsupported',
    'not_available',
    'session.captcha_required',
    'session.captcha_failed',
    'user.suspended',
    'guard.invalid_input',
  ];
  for (const code of ours) {
    it(`has words of its own for ${code} in every language we bring`, async () => {
      const english = problemText({ code });
      expect(english)
        .to.match(/^[A-Z]/)
        .and.not.include(code);
      for (const language of ['zh-CN', 'ar']) {
        await setLanguage({ language });
        expect(problemText({ code })).to.match(/^[^a-z{}]+$/i);
      }
    });
  }
});
