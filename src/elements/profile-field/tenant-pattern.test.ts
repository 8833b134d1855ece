import { expect } from '@open-wc/testing';
import { checkValue, loadPatterns } from './check-value.ts';

const check = (format: string, value: string) => checkValue(value, { type: 'Regex', required: false, config: { format } });

const a = (count: number) => 'a'.repeat(count);

/** Patterns that take exponential or high polynomial time in a backtracking engine, with a text for that. */
const evil: readonly (readonly [pattern: string, text: string])[] = [
  ['^(a+)+$', `${a(28)}!`],
  ['^(a+)+$', `${a(5_000)}!`],
  ['(a+)+b', a(5_000)],
  ['^(a*)*$', `${a(40)}!`],
  ['^(a|aa)+$', `${a(60)}!`],
  ['^(a|a?)+$', `${a(40)}!`],
  ['^(a|a|b)*$', `${a(40)}!`],
  ['^((a+)+)+$', `${a(40)}!`],
  ['^(((a*)*)*)*$', `${a(200)}!`],
  ['^(.*a){25}$', `${a(60)}!`],
  ['^(.*a){12,}$', `${a(200)}!`],
  ['^([a-zA-Z]+)*$', `${a(40)}!`],
  ['^(([a-z])+.)+[A-Z]([a-z])+$', a(60)],
  ['^(\\w+\\s?)+$', `${'word '.repeat(30)}!`],
  ['^([0-9a-zA-Z]([-.\\w]*[0-9a-zA-Z])*@([0-9a-zA-Z][-\\w]*[0-9a-zA-Z]\\.)+[a-zA-Z]{2,9})$', `${a(60)}!`],
  ['^([\\w.-]+)+@x$', a(60)],
  ['^(?:\\d+,?)+;$', '1'.repeat(60)],
  ['\\s+$', `${' '.repeat(9_000)}x`],
  ['^\\s*(.*?)\\s*;\\s*$', ' '.repeat(3_000)],
  ['a*a*a*a*a*b', a(3_000)],
  ['.*.*.*=.*', a(3_000)],
  ['^(.*?,){11}P', '1,'.repeat(60)],
  ['^(a?){30}a{30}$', a(29)],
  ['^(?:a{1,100}){1,100}$', `${a(90)}!`],
  ['^(?:(?:a{1,9}){1,9}){1,9}$', `${a(90)}!`],
  ['^(?:(?:a{1000}){1000}){1000}$', a(100)],
  ['^(?=(a+)+$)a', `${a(40)}!`],
  ['^(?!(a+)+$)a', `${a(40)}!`],
  ['(?=(a+)+b)', a(2_000)],
  ['(?=a*)*b', a(2_000)],
  ['^(a+)+\\1$', `${a(40)}!`],
  ['(a*)*\\1b', a(60)],
  ['^(?<word>a+)+\\k<word>$', `${a(40)}!`],
  ['^(?<word>(?:a|a)+)$', `${a(40)}!`],
  ['^(?:\\u0061+)+$', `${a(40)}!`],
  ['^(?:\\x61|[a\\u0062])+$', `${a(40)}!`],
  ['^(?:[^!]|[a-z])+$', `${a(40)}!`],
  ['^(?:a|[[a-z]&&[aeiou]])+$', `${a(40)}!`],
  ['^(?i:a+)+$', `${a(40)}!`],
  ['^(?:\\ba+\\b|a|a)+$', `${a(40)}!`],
  ['^((?:ab|a|b)*)*$', `${'ab'.repeat(30)}!`],
  [`^(?:${'a?'.repeat(200)}){2}$`, `${a(300)}!`],
  [`^(?:${'(?:a|'.repeat(60)}a${')'.repeat(60)})+$`, `${a(60)}!`],
  [`${'('.repeat(900)}a+${')+'.repeat(900)}b`, a(60)],
  [`(?:${'x'.repeat(50_000)}|a+)+b`, a(60)],
  [`^(?:${'a|'.repeat(50_000)}a)+$`, `${a(60)}!`],
  ['('.repeat(100_000), a(60)],
  ['[', a(60)],
  ['^(a+)+$', `${a(1_000_000)}!`],
];

/** Realistic patterns, which must give the same result as the browser's own engine. */
const usual: readonly (readonly [pattern: string, ...texts: string[]])[] = [
  ['^\\d{4}$', '1234', '12345', '12a4', ''],
  ['^[A-Z]{3}\\d{3}$', 'ADA123', 'ada123', 'ADA1234'],
  ['^[a-z]+$', 'abc', 'abC', a(3_000)],
  ['[a-z]+', '123a', '123'],
  ['^\\+?[0-9 ()-]{7,20}$', '+49 (30) 1234567', 'call me'],
  ['^[\\w.+-]+@([\\w-]+\\.)+[a-zA-Z]{2,}$', 'ada@mail.example.com', 'ada@example', 'ada@.com', `${a(400)}@example.com`],
  ['^(?=.*[A-Z])(?=.*\\d).{8,}$', 'Analytical1', 'analytical1', 'A1', 'ANALYTICAL'],
  ['^(?!admin)\\w+$', 'ada', 'administrator', 'the-admin'],
  ['^(\\d{3}-?)+$', '123-456-789', '123456', '12-345'],
  ['^([A-Z]{2}\\d{2} ?)([\\dA-Z]{4} ?){3,7}[\\dA-Z]{1,4}$', 'DE89 3704 0044 0532 0130 00', 'DE89'],
  ['^(0[1-9]|1[0-2])\\/\\d{2}$', '12/29', '13/29', '1/29'],
  ['^https?:\\/\\/[^\\s/$.?#].[^\\s]*$', 'https://example.com/a?b', 'ftp://example.com', 'https:// x'],
  ['^#?([a-f0-9]{6}|[a-f0-9]{3})$', '#a0b1c2', 'fff', '#ffff'],
  ['^(?:red|green|blue)$', 'green', 'yellow'],
  ['^(\\w)\\1$', 'aa', 'ab'],
  ['^(["\']).*\\1$', '"quoted"', '"half\''],
  ['^(?<year>\\d{4})-\\k<year>$', '2024-2024', '2024-2025'],
  ['^\\p{4}$', 'pppp', 'p'],
  ['^[\\u4e00-\\u9fa5]{2,4}$', '陈思远', 'Chen'],
  ['^.$', 'a', '🙂', '\n', ''],
  ['^..$', '🙂', 'ab'],
  ['^\\S+ \\S+$', 'Ada Lovelace', 'Ada', 'Ada  Lovelace'],
  ['\\bcat\\b', 'the cat sat', 'concatenate', 'cat'],
  ['\\Bcat', 'concat', 'cat'],
  ['^a{,3}$', 'a{,3}', 'aaa'],
  ['^{}]$', '{}]', '{'],
  ['^[^]$', 'x', 'xx'],
  ['^[]$', 'x', ''],
  ['^[\\]\\-]+$', ']-', '[]'],
  ['^\\cA$', '\u0001', 'A'],
  ['^\\0$', '\0', '0'],
  ['^(|a)+$', '', 'aa', 'b'],
  ['^(a*)+$', '', 'aaa', 'b'],
  ['^a+?b??$', 'aa', 'aab', 'b'],
  ['x*', '', 'y'],
  ['^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$', '192.168.0.1', '256.1.1.1', '1.2.3', '1.2.3.4.'],
  ['^[A-Za-z0-9+/]*={0,2}$', 'QUJD', 'QU=D', 'QUI='],
  ['^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,6}$', 'a.example.com', '-a.example.com', 'example'],
  ['^(a|b)*abb$', 'aababb', 'aabab', 'ab'.repeat(200) + 'abb'],
  ['^$', '', ' '],
];

describe('pattern of a tenant', () => {
  before(loadPatterns);

  evil.forEach(([pattern, text], index) => {
    it(`never blocks the page: ${String(index + 1)}. ${pattern.slice(0, 40)} on ${String(text.length)} characters`, () => {
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        check(pattern, text);
        return performance.now() - start;
      });
      expect(Math.min(...times)).to.be.below(100);
    });
  });

  for (const [pattern, ...texts] of usual) {
    it(`has the result of the browser’s own engine: ${pattern}`, () => {
      for (const text of texts.filter(Boolean)) {
        const meant = new RegExp(pattern).test(text);
        expect(check(pattern, text), text).to.deep.equal(meant ? undefined : { kind: 'invalid' });
      }
    });
  }

  it('finds an error also where the browser’s own engine would not finish', () => {
    for (const [pattern, right, wrong] of [
      ['^(a+)+$', a(60), `${a(60)}!`],
      ['^(a|aa)+$', a(61), `${a(61)}b`],
      ['^(\\w+\\s?)+$', 'many words '.repeat(9), `${'many words '.repeat(9)}!`],
      ['^(.*a){25}$', a(40), a(24)],
      ['^(?=(a+)+$)a', a(60), `${a(60)}!`],
      ['(x+x+)+y', `${'x'.repeat(60)}y`, 'x'.repeat(60)],
    ] as const) {
      expect(check(pattern, right), pattern).to.equal(undefined);
      expect(check(pattern, wrong), pattern).to.deep.equal({ kind: 'invalid' });
    }
  });
});
