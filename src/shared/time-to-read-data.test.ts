import { expect } from '@open-wc/testing';
import { ApiError } from '../client/errors.ts';
import { acceptLanguage, isLanguageTag } from './language-tag.ts';
import { readPhrases } from '../client/schemas/phrases.ts';
import { readProfileFields } from '../client/schemas/profile-fields.ts';
import { readSettings, type Settings } from '../client/schemas/settings.ts';
import { checkValue, loadPatterns } from '../elements/profile-field/check-value.ts';
import { jpegName } from '../elements/avatar-field/avatar-messages.ts';
import { loadMessages, readCode } from '../elements/code-field/read-code.ts';
import { searchCountries } from '../elements/country-list/country-search.ts';
import { plainText } from './characters.ts';
import { ruleFor } from '../flow/outcomes.ts';
import { readParams } from '../flow/params.ts';
import { ssoConnectorsWith, usableConnectors } from '../flow/policy/tenant.ts';
import { hintedIdentifier } from '../flow/sign-in-options.ts';
import { passwordRejections } from '../flow/policy/passwords.ts';
import { pathToStep } from '../flow/steps/addresses.ts';
import { settingsWith } from '../flow/testing/harness.ts';
import { capitalize } from '../localization/messages.ts';
import { direction, intlLanguage, ownLanguage } from '../localization/language.ts';
import { problemText } from '../localization/problem-messages.ts';
import { localizedConnectorName } from '../screens/form-parts.ts';
import { isPattern } from './is-pattern.ts';
import { matchesPattern } from './pattern.ts';
import { enough, growth, measure, quadratic, reader, type Reader, readerOf } from './testing/growth.ts';

const times = <Value>(size: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: size }, (_, index) => value(index));
const silent = () => undefined;
const settings = settingsWith({});
const signIn = { methods: [] };
const location = { path: '/sign-in', search: '', hash: '', state: null };
const policy = {
  length: { min: 8, max: 256 },
  characterTypes: { min: 4 },
  rejects: { pwned: true, repetitionAndSequence: true, userInfo: true, words: [] },
};
const answer = (headers: Record<string, string>): Response => new Response('', { status: 429, headers });

/** Texts that make a reader look at them again and again. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  'one letter': (size) => 'a'.repeat(size),
  'blanks between letters': (size) => `a${' '.repeat(size)}a`,
  'slashes between letters': (size) => `/a${'/'.repeat(size)}a`,
  dots: (size) => 'a.'.repeat(size / 2),
  'dots alone': (size) => '.'.repeat(size),
  digits: (size) => '1'.repeat(size),
  'digits in pairs': (size) => '11 '.repeat(size / 3),
  'digits with dashes': (size) => '1-'.repeat(size / 2),
  'percent signs': (size) => '%'.repeat(size),
  'escapes that are none': (size) => '%E0%A4'.repeat(size / 6),
  quotes: (size) => "'".repeat(size - 1) + 'a',
  'opening tags': (size) => '<link>'.repeat(size / 6),
  hyphens: (size) => 'en-'.repeat(size / 3),
  'parts of a language tag': (size) => `en-u${times(Math.floor(size / 6), (index) => `-${String(10_000 + index)}`).join('')}`,
  'variants of a language': (size) => `en${times(Math.floor(size / 6), (index) => `-${String(10_000 + index)}`).join('')}`,
  'private parts of a language tag': (size) => `en-x${'-abcdefgh'.repeat(size / 9)}`,
  'digits of Arabic': (size) => '٣'.repeat(size),
  'letters with marks': (size) => 'e\u0301'.repeat(size / 2),
  'wide letters': (size) => 'ａ'.repeat(size),
  emoji: (size) => '👩‍👩‍👧'.repeat(size / 8),
  'lone surrogates': (size) => '\ud800'.repeat(size),
  'parameters of an address': (size) => 'a=b&'.repeat(size / 4),
  'parameters of different names': (size) => times(Math.floor(size / 8), (index) => `a${String(index)}=b`).join('&'),
};

/** What reads a text. */
const textReaders: Readonly<Record<string, (text: string) => unknown>> = {
  'path of an address': (path) => pathToStep({ ...location, path }, settings),
  'query of an address': (text) => pathToStep({ ...location, path: '/direct/social:x', search: `?${text}` }, settings),
  'parameters in a fragment': (text) => readParams({ search: '', hash: `#${text}` }),
  'identifiers that the app wants': (text) =>
    pathToStep({ ...location, path: '/identifier-sign-in', search: `?identifier=${text.replace(/ /g, '+')}` }, settings),
  'login hint': (hint) => hintedIdentifier(hint, ['username', 'email', 'phone']),
  'language tag': (text) => isLanguageTag(text),
  'list of languages': (text) => acceptLanguage(text.split(/\s+/)),
  'language of the page': (text) => [direction(text), intlLanguage(text), ownLanguage([text])],
  'code of an error': (code) => ruleFor(code),
  'words of an error': (text) => problemText({ code: text, message: text }),
  'answer with an error': (text) => ApiError.from(answer({}), JSON.stringify({ code: text, message: text })),
  'time to wait': (text) =>
    ApiError.from(answer({ 'Retry-After': encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')) }), ''),
  'web address in the settings': (text) =>
    readSettings({ signIn, termsOfUseUrl: `https://x.example/${text}`, privacyPolicyUrl: text }, silent),
  'host in the settings': (text) => readSettings({ signIn, termsOfUseUrl: `https://${text}/` }, silent),
  'picture in the settings': (text) => readSettings({ signIn, branding: { logoUrl: `data:image/svg+xml,${text}` } }, silent),
  'e-mail address in the settings': (text) => readSettings({ signIn, supportEmail: `${text}@${text}` }, silent),
  'colour in the settings': (text) => readSettings({ signIn, color: { primaryColor: `#${text}` } }, silent),
  phrase: (text) => readPhrases({ translation: { [text]: text, [`${text}.`]: { [text]: text } } }, silent),
  'text of a field': (text) => checkValue(text, { type: 'Text', required: true, config: { minLength: 3 } }),
  'number of a field': (text) => checkValue(text, { type: 'Number', required: true, config: { minValue: 3 } }),
  'address of a field': (text) => checkValue(`https://x.example/${text}`, { type: 'Url', required: true, config: {} }),
  'choice of a field': (text) => checkValue(text, { type: 'Select', required: true, config: { options: [{ value: 'a' }] } }),
  'date of a field': (text) => checkValue(text, { type: 'Date', required: true, config: { format: 'dd/MM/yyyy' } }),
  'pattern of a field': (text) => [isPattern(text), matchesPattern(text, '^(a+)+$'), matchesPattern('aaaa', text)],
  password: (text) => passwordRejections(text, policy),
  'one-time code': (text) => readCode(text, 6),
  'pasted identifier': (text) => plainText(text),
  'country searched for': (text) =>
    searchCountries([{ country: 'DE', name: 'Deutschland', englishName: 'Germany', callingCode: '49' }], text),
  'name of a picture': (text) => jpegName(text),
  'word at the beginning of a line': (text) => capitalize(text),
  'name of a connector': (text) => localizedConnectorName({ [text]: 'a', en: 'b' }, text, text),
};

const connectors = (size: number) =>
  readSettings(
    {
      signIn,
      singleSignOnEnabled: true,
      socialConnectors: times(size, (index) => ({
        id: `c${String(index)}`,
        target: `t${String(index)}`,
        name: {},
        platform: 'Native',
      })),
      socialSignInConnectorTargets: times(size, (index) => `t${String(size - index)}`),
      ssoConnectors: times(size, (index) => ({ id: `c${String(index)}`, connectorName: 'Acme' })),
    },
    silent,
  );
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).reverse();

/** What reads lists and groups. */
const readers: Readonly<Record<string, Reader>> = {
  'connectors in an order': reader(connectors, (read: Settings) =>
    usableConnectors(read, { callbackLink: 'a:b', universal: true, nativeTargets: read.socialSignInConnectorTargets }),
  ),
  'connectors of companies': reader(connectors, (read: Settings) => ssoConnectorsWith(read, ids(read.ssoConnectors))),
  'settings with long lists': reader((size) => size, connectors),
  'lists of what is none': reader(
    (size) => ({ signIn: { methods: times(size, () => null) }, socialConnectors: times(size, () => ({ id: 1 })) }),
    (body) => readSettings(body, silent),
  ),
  'names of a connector': reader(
    (size) => Object.fromEntries(times(size, (index) => [`x${String(index)}`, 'name'])),
    (names) => localizedConnectorName(names, 'x', 'de'),
  ),
  'many phrases': reader(
    (size) => ({ translation: { a: Object.fromEntries(times(size, (index) => [`k${String(index)}`, 'text'])) } }),
    (body) => readPhrases(body, silent),
  ),
  'phrases in groups in groups': reader(
    (size) => ({ translation: times(size, () => 0).reduce<object>((inner) => ({ a: inner, b: 'text' }), { a: 'text' }) }),
    (body) => readPhrases(body, silent),
  ),
  'fields of a profile': reader(
    (size) => ({
      ...settings,
      customProfileFields: times(size, (index) => ({ name: `f${String(index)}`, type: 'Regex', config: { format: '^a$' } })),
    }),
    (read) => readProfileFields(read),
  ),
};

/** Lists and groups are larger than texts of the same size. */
const [longestText, longestList] = [32_768, 16_384];

function expectLinear(name: string, read: Reader, size: number): void {
  expect(growth(read, size), `${name}: twice the input takes so many times longer`).to.be.at.most(enough);
}

describe('the time to read what comes from outside grows no faster than it', function () {
  before(() => Promise.all([loadMessages(), loadPatterns()]));

  this.timeout(60_000);

  for (const [name, read] of Object.entries(textReaders)) {
    it(`${name}, over ${String(Object.keys(texts).length)} kinds of texts`, () => {
      for (const [kind, make] of Object.entries(texts)) expectLinear(`${name} of ${kind}`, reader(make, read), longestText);
    });
  }

  for (const [name, read] of Object.entries(readers)) it(name, () => expectLinear(name, read, longestList));

  it('is noticed where it does', () => {
    const factors = [1, 2, 3, 4, 5].map(() => measure(readerOf(quadratic, 'a'), 4_096));
    expect(Math.max(...factors)).to.be.above(enough);
  });
});
