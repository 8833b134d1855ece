import { expect } from '@open-wc/testing';
import { isBlank } from '../shared/characters.ts';
import { setLanguage } from './language.ts';
import { problemText } from './problem-messages.ts';
import { interpolate, interpolateTags, msg, plural } from './messages.ts';

/** Phrases of which nothing, or nothing but places, is left. */
const wordless: Readonly<Record<string, string>> = {
  nothing: '',
  'a blank': ' ',
  'line breaks': '\r\n\t\n',
  'a no-break space': '\u00a0\u202f',
  'an ideographic space': '\u3000',
  'a zero-width space': '\u200b',
  'a word joiner and a byte order mark': '\u2060\ufeff',
  'a soft hyphen': '\u00ad',
  'a Hangul filler': '\u3164\uffa0',
  'a braille blank': '\u2800',
  'a combining grapheme joiner': '\u034f',
  'variation selectors': '\ufe0f\u{e0100}',
  'tag characters': '\u{e0041}\u{e007f}',
  'directions without a text': '\u202e\u2066\u2069\u202c\u200f',
  'control characters': '\u0000\u0007\u001b\u0085',
  'a place nobody fills': '{{unknown}}',
  'places nobody fills': '{{unknown}} {{other, list}}\n{{constructor}}',
  'a place with a blank value': '{{empty}}',
  'places with blank values': '{{empty}}\u200b{{invisible}}{{missing}}',
};

const values = { name: 'DingTalk', empty: '', invisible: '\u200b', missing: undefined };

describe('phrases without words', () => {
  afterEach(async () => {
    await setLanguage({ language: 'en' });
  });

  for (const language of ['en', 'zh-CN', 'fr']) {
    it(`leave our own words to say in ${language}`, async () => {
      await setLanguage({ language });
      const ours = interpolate(msg('Continue with {{name}}', { id: 'action.sign_in_with' }), values);
      const wrong: string[] = [];
      for (const [title, phrase] of Object.entries(wordless)) {
        await setLanguage({ language, phrases: { 'action.sign_in_with': phrase } });
        const text = interpolate(msg('Continue with {{name}}', { id: 'action.sign_in_with' }), values);
        if (text !== ours) wrong.push(`${title}: ${JSON.stringify(text)}`);
      }
      expect(wrong).to.deep.equal([]);
    });
  }

  it('are no words of a link', async () => {
    const wrong: string[] = [];
    for (const [title, phrase] of Object.entries(wordless)) {
      if (phrase.includes('{{')) continue;
      for (const text of [`<a>${phrase}</a>`, `${phrase}<a>${phrase}</a>${phrase}`, `<a/>${phrase}`]) {
        await setLanguage({ language: 'en', phrases: { 'description.resend_passcode': text } });
        const shown = interpolateTags(
          msg('Not received? <a>Resend</a>', { id: 'description.resend_passcode' }),
          {},
          { a: (label) => `[${label || 'Resend'}]` },
        );
        if (!shown.includes('[Resend]')) wrong.push(`${title}: ${JSON.stringify(shown)}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('leave no plural empty', async () => {
    await setLanguage({ language: 'en', phrases: { 'x.days_one': '{{nothing}}', 'x.days_other': ' ' } });
    const forms = { one: msg('{{count}} day', { id: 'x.days_one' }), other: msg('{{count}} days', { id: 'x.days_other' }) };
    expect([plural(1, forms), plural(2, forms)]).to.deep.equal(['1 day', '2 days']);
  });

  it('leave no problem without words, whoever words it', async () => {
    const codes = {
      'user.user_not_exist': 'description.sign_in_id_does_not_exist_alert',
      'user.username_too_short': 'error.username_too_short',
      'password.rejected': 'error.password_rejected.too_short',
      timeout: 'error.timeout',
      'something.new': 'error.something_went_wrong',
      unknown: 'error.something_went_wrong',
      'guard.file_size_exceeded': 'profile.avatar_upload.error_file_size',
      'input.identifier_required': 'error.general_required',
    };
    const wrong: string[] = [];
    for (const [code, id] of Object.entries(codes)) {
      for (const [title, phrase] of Object.entries(wordless)) {
        await setLanguage({ language: 'en', phrases: { [id]: phrase } });
        const message = phrase.includes('{{') ? undefined : phrase;
        const text = problemText({ code, message, values: { value: '', types: [''], rules: ['password_rejected.too_short'] } });
        if (isBlank(text)) wrong.push(`${code}: ${title}`);
      }
    }
    expect(wrong).to.deep.equal([]);
  });

  it('may be nothing but a value, where there is one', async () => {
    await setLanguage({ language: 'en', phrases: { 'action.sign_in_with': '{{name}}' } });
    expect(interpolate(msg('Continue with {{name}}', { id: 'action.sign_in_with' }), values)).to.equal('DingTalk');
  });
});
