import { expect } from '@open-wc/testing';
import { unavailable } from '../flow/outcome.ts';
import { outcomes } from '../flow/outcomes.ts';
import { setLanguage } from './language.ts';
import { isPresentable } from './problem-report.ts';
import { problemText } from './problem-messages.ts';

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

  it('shows the server’s words for what we do not know, with code and request', () => {
    const report = { code: 'session.something_new', message: 'Something new happened.', requestId: 'req-7' };
    expect(problemText(report)).to.equal('Something new happened. (session.something_new req-7)');
    expect(problemText({ code: 'unknown', requestId: 'req-7' })).to.equal('Something went wrong (req-7)');
    expect(problemText({ ...report, code: 'timeout' })).to.equal('This took too long. Please try again.');
  });

  it('names the code when there is nothing better', () => {
    expect(problemText({ code: 'session.something_new' })).to.equal('Something went wrong (session.something_new)');
    expect(problemText({ code: 'session.something_new', message: 'Odd {"a":1}' })).to.match(/\(session\.something_new\)/);
    expect(problemText({ code: 'unknown', message: 'relation "users" does not exist' })).to.equal('Something went wrong');
    expect(problemText({ code: 'constructor' })).to.equal('Something went wrong (constructor)');
  });

  it('lists the identifiers a person may enter', async () => {
    const problem = { code: 'input.identifier_required', values: { types: ['email', 'phone'] } };
    expect(problemText(problem)).to.equal('Email or phone number is required');
    await setLanguage({ language: 'zh-CN' });
    expect(problemText(problem)).to.match(/^\p{Script=Han}+。$/u);
  });

  it('never shows what a link’s token was, which the server repeats', () => {
    const problem = { code: 'one_time_token.token_not_found', message: 'Token s3cr3t not found.' };
    expect(problemText(problem)).to.match(/link/).and.not.contain('s3cr3t');
  });

  it('names the bounds of a username where they are known, and leaves them to the server else', () => {
    const code = 'user.username_too_short';
    expect(problemText({ code, values: { min: '6', max: '12' } })).to.equal('Username must be at least 6 characters long.');
    expect(problemText({ code, message: 'Username is too short.' })).to.equal('Username is too short.');
  });

  describe('for a rejected password', () => {
    const rejected = (...rules: string[]) =>
      problemText({
        code: 'password.rejected',
        values: {
          rules: rules.map((rule) => `password_rejected.${rule}`),
          'password_rejected.too_short': '10',
          'password_rejected.character_types': '3',
          'password_rejected.too_long': '64',
        },
      });

    it('says one thing at a time, first what can be mended without a guess', () => {
      expect(rejected('restricted.sequence', 'too_short', 'pwned')).to.equal('Minimum length is 10.');
      expect(rejected('too_short', 'unsupported_characters')).to.equal('Unsupported character found.');
      expect(rejected('character_types')).to.equal('At least 3 types of characters are required.');
      expect(rejected('too_long', 'restricted.words')).to.equal('Maximum length is 64.');
      expect(rejected('pwned', 'restricted.words')).to.match(/easy to guess/);
    });

    it('names all that there is too much of', () => {
      expect(rejected('restricted.repetition', 'restricted.user_info')).to.equal(
        'Avoid overusing repeated characters and your personal information.',
      );
    });

    it('says so when nobody said which rule', () => {
      expect(rejected()).to.match(/not accepted/);
    });
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

  /** Codes of ours, and examples of those that the table knows by how they begin. Ways on that come later have words of their own. */
  const others = [
    'input.identifier_required',
    'not_available',
    'native.unsupported',
    'password.changed',
    'code.sent',
    'code.not_sent_use_password',
    'connector.general',
    'connector.rate_limit_exceeded',
    'session.email_blocklist.email_not_allowed',
    'session.email_blocklist.email_subaddressing_not_allowed',
    'session.email_blocklist.invalid_email',
    'session.email_blocklist.disposable_email_validation_failed',
    'single_sign_on.invalid_connector',
    'custom_profile_fields.name_conflict_custom_data',
    'captcha.failed',
    'captcha.unreachable',
    'one_time_token.token_not_found',
    'one_time_token.invalid',
    'storage.not_configured',
    'storage.upload_error',
  ];
  const inTable = Object.entries(outcomes).flatMap(([code, rule]) => (code.endsWith('.') || rule === unavailable ? [] : [code]));
  const ours = [...inTable, ...others];
  for (const code of ours) {
    it(`has words of its own for ${code} in every language we bring`, async () => {
      const english = problemText({ code });
      expect(english)
        .to.match(/^[A-Z]/)
        .and.not.include(code);
      for (const language of ['zh-CN', 'ar']) {
        await setLanguage({ language });
        // Units and names of formats are the same everywhere.
        const text = problemText({ code }).replace(/MB|JPEG|PNG|GIF|WebP|BMP/g, '');
        expect(text, language).to.match(/^[^a-z{}]+$/i);
      }
    });
  }
});
