import { expect } from '@open-wc/testing';
import { loadMessages, readCode } from '../elements/code-field/read-code.ts';
import { isDate } from '../elements/profile-field/date-format.ts';
import { loadPhoneNumbers, type PhoneNumbers } from '../platform/phone-numbers.ts';
import { asciiDigits, digitsOf, plainDashes, plainText } from './characters.ts';
import { begunText, identifierTypes, looksLikePhone } from './identifier.ts';
import { identifierText, isIdentifier, readIdentifier } from './read-identifier.ts';
import { readPhone } from './read-phone.ts';
import { enough, growth, measure, quadratic, readerOf } from './testing/growth.ts';

/** Texts that patterns with two ways to read something take long over, by their pieces. */
const pieces: readonly string[] = [
  'a',
  '@',
  '.',
  'a@',
  '@a',
  'a.',
  '@a.',
  'a@a.a',
  ' ',
  ' @',
  '\t',
  '\u00a0',
  '1',
  '+',
  '+1',
  '1+',
  '-',
  '1-',
  '1 ',
  '(',
  '()',
  '<',
  '<a@b.c>',
  '((',
  '"',
  '""',
  '“”',
  ';',
  '.;',
  'mailto:',
  'tel:',
  'tel:+',
  '%',
  '%41',
  '%E3',
  '?',
  ';phone-context=+',
  '\u00ad',
  '\u200b',
  '\ufe0f',
  '\u{e0061}',
  '\ud800',
  '。',
  '＠',
  '٣',
  '𝟏',
  '\u0308',
  'é',
  '\n',
  '482913 ',
  '482913-',
  '1:',
  '2026-11-30 ',
  'code 482913. ',
  'https://',
  'www.',
  '@a #',
  '#482913 ',
  '$1',
  'code ',
  '_',
  '\u2212',
];

describe('the time to read a text', () => {
  let numbers: PhoneNumbers;
  before(async () => {
    await loadMessages();
    numbers = await loadPhoneNumbers();
  });

  const any = (text: string) =>
    readIdentifier(text, {
      types: identifierTypes,
      readPhone: (number) => readPhone(number, { numbers, country: 'DE', by: 'guess', countries: [] }),
    });
  const only = (type: 'email' | 'username') => (text: string) => readIdentifier(text, { types: [type] });

  const readers: Readonly<Record<string, (text: string) => unknown>> = {
    asciiDigits,
    digitsOf,
    plainDashes,
    plainText,
    begunText,
    identifierText,
    looksLikePhone,
    'any identifier': any,
    'an e-mail address': only('email'),
    'a username': only('username'),
    'what can be sent': (text) => identifierTypes.map((type) => isIdentifier(type, text)),
    'a code': (text) => readCode(text, 6),
    'a date': (text) => isDate(text, 'd.M.yyyy'),
    'a date of a strange format': (text) => isDate('1.1.2026', text),
  };
  for (const [what, read] of Object.entries(readers)) {
    it(`grows with its length: ${what}`, function () {
      this.timeout(60_000);
      const slow = pieces.flatMap((piece) => {
        // Within what is looked at, and far beyond.
        const factors = [2000, 32_000].map((length) => growth(readerOf(read, piece), length));
        return factors.every((factor) => factor <= enough) ? [] : [`${JSON.stringify(piece)}: ${factors.join(', ')}`];
      });
      expect(slow).to.deep.equal([]);
    });
  }

  it('would show a reader that is quadratic', () => {
    const factors = [1, 2, 3, 4, 5].map(() => measure(readerOf(quadratic, 'a'), 4000));
    expect(Math.max(...factors)).to.be.greaterThan(enough);
  });

  it('reads an address of 4,000 characters at once, as none', () => {
    expect(any(`${'a'.repeat(4000)}@example.com`)).to.include({ type: 'username', valid: false });
    expect(only('email')('@a.'.repeat(100_000))).to.include({ type: 'email', valid: false });
    expect(only('email')(`alice@example.com${' '.repeat(3000)}x`).valid).to.equal(false);
  });
});
