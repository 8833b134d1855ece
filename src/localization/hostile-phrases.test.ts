import { expect } from '@open-wc/testing';
import { setLanguage } from './language.ts';
import { isPresentable } from './problem-report.ts';
import { enough, growth, readerOf } from '../shared/testing/growth.ts';
import { capitalize, interpolate, interpolateTags, msg } from './messages.ts';

const values = { name: 'DingTalk', types: ['email', 'phone'], seconds: 5 };
const tags = { link: (inner: string) => ({ link: inner }), a: (inner: string) => ({ a: inner }), span: (inner: string) => inner };

/** Texts of about the length asked for that patterns with two ways to read something take long over. */
const hostile: Readonly<Record<string, string>> = {
  'openings of places': '{{',
  'openings and a name': '{{name',
  'openings with blanks': '{{ ',
  'openings with dashes': '{{-',
  'openings with commas': '{{,',
  'openings with full-width commas': '{{，x',
  'single braces': '{',
  'closings of places': '}}',
  'a closing brace in a place': '{{name}',
  'a place in a place': '{{{{name}} ',
  places: '{{name}} ',
  'places with formatters': '{{types, list(type: disjunction;)}}',
  'openings of a tag': '<link>',
  'openings of two tags': '<link><a>',
  'closings of a tag': '</link>',
  'crossed tags': '<link><a></link></a>',
  'nested tags': '<link><link></link>',
  'tags that never end': '<link ',
  'a tag and blanks': '<link                    ',
  'angle brackets': '<',
  slashes: '</',
  letters: 'a',
  blanks: ' ',
  'line breaks': '\n',
  'overrides of the direction': '\u202e\u2066',
  'letters from right to left': 'ש',
  surrogates: '😀',
  'lone surrogates': '\ud800',
  backslashes: '\\',
  dollars: '$&',
};

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  interpolate: (text) => interpolate(text, values),
  'interpolate with a value': (text) => interpolate('{{name}} and {{list, list}}', { name: text, list: [text, text] }),
  interpolateTags: (text) => interpolateTags(text, values, tags),
  isPresentable,
  capitalize,
};

describe('hostile phrases', () => {
  for (const [reader, read] of Object.entries(readers)) {
    it(`are read in linear time by ${reader}`, () => {
      const slow = Object.entries(hostile).flatMap(([name, piece]) => {
        const factor = growth(readerOf(read, piece), 32_000);
        return factor > enough ? [`${name}: ${factor.toFixed(1)}`] : [];
      });
      expect(slow).to.deep.equal([]);
    });
  }

  it('show what they hold as text, and values only where they belong', () => {
    const cases: readonly (readonly [phrase: string, shown: string])[] = [
      ['{{ {{name}}', '{{ DingTalk'],
      ['{{{name}}}', '{DingTalk}'],
      ['{{name', '{{name'],
      ['name}}', 'name}}'],
      ['{{name}', '{{name}'],
      ['{{}}', '{{}}'],
      ['{{ - name}}', ''],
      ['{{-name}}', 'DingTalk'],
      ['{{\nname\n}}', 'DingTalk'],
      ['{{name,}}', 'DingTalk'],
      ['{{name，number}}', 'DingTalk'],
      ['{{__proto__}}{{constructor}}.', '.'],
      ['{{name}}{{name}}', 'DingTalkDingTalk'],
      ['$& $1 {{name}}', '$& $1 DingTalk'],
      ['<script>alert(1)</script> {{name}}', '<script>alert(1)</script> DingTalk'],
      ['{{seconds, number}} {{seconds}}', '5 5'],
    ];
    const wrong = cases.filter(([phrase, shown]) => interpolate(phrase, values) !== shown);
    expect(wrong.map(([phrase]) => `${phrase}: ${interpolate(phrase, values)}`)).to.deep.equal([]);
  });

  it('pair each tag with the next end of the same name, and leave the others as text', () => {
    const cases: readonly (readonly [phrase: string, parts: unknown[]])[] = [
      ['<link>a <a>b</a>', ['<link>a ', { a: 'b' }, ' ', { link: '' }]],
      ['<link><link>x</link>', [{ link: '<link>x' }]],
      ['<link>x</a></link>', [{ link: 'x</a>' }]],
      ['<link/><link/>', [{ link: '' }, { link: '' }]],
      ['<link   />', [{ link: '' }]],
      ['<link >x</link>', ['<link >x</link>', ' ', { link: '' }]],
      ['</link>x<link>', ['</link>x<link>', ' ', { link: '' }]],
      ['<LINK>x</LINK>', ['<LINK>x</LINK>', ' ', { link: '' }]],
      ['<link\u00a0/>', [{ link: '' }]],
      ['<a>1</a><link>2</link><a>3</a>', [{ a: '1' }, { link: '2' }, { a: '3' }]],
    ];
    const wrong = cases.filter(([phrase, parts]) => {
      const { link, a } = tags;
      const wanted = JSON.stringify(parts);
      const named = { ...(wanted.includes('"link"') && { link }), ...(wanted.includes('"a"') && { a }) };
      return JSON.stringify(interpolateTags(phrase, {}, named)) !== wanted;
    });
    expect(wrong.map(([phrase]) => phrase)).to.deep.equal([]);
  });

  it('cannot fill the page: what is longer than any text has to be is not used', async () => {
    await setLanguage({ language: 'en', phrases: { 'action.sign_in': 'x'.repeat(1_000_000) } });
    expect(msg('Sign in', { id: 'action.sign_in' })).to.equal('Sign in');
    await setLanguage({ language: 'en' });
  });
});
