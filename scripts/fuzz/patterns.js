/** Regular expressions of every shape, for comparing with the browser's own engine. */
import fc from 'fast-check';

const units = [
  'a',
  'b',
  '1',
  '.',
  '\\d',
  '\\w',
  '\\s',
  '\\S',
  '\\W',
  '[ab]',
  '[^a]',
  '[a-c1]',
  '[^]',
  '[]',
  '[\\]b]',
  '\\x61',
  '\\u0062',
  '\\0',
  '\\-',
  '{',
  ']',
  '\\cJ',
  'é',
  ' ',
];
const edges = ['^', '$', '\\b', '\\B', '\\1', '(?=a)', '(?!b)', '(?<=a)', '(?<!b)', '(?=a*)*', '()', '(?:)'];
const counts = ['*', '+', '?', '*?', '+?', '??', '{2}', '{1,}', '{0,2}', '{,2}', '{2,3}?', ''];

const grammar = fc.letrec((tie) => ({
  term: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...units), fc.constantFrom(...counts)).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.constantFrom(...edges) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('(', '(?:', '(?=', '(?!', '(?<=', '(?<x>'),
          /** @type {fc.Arbitrary<string>} */ (tie('choice')),
          fc.constantFrom(...counts),
        )
        .map(([open, inner, count]) => `${open}${inner})${open.includes('=') || open.includes('!') ? '' : count}`),
    },
  ),
  choice: fc
    .array(
      fc.array(/** @type {fc.Arbitrary<string>} */ (tie('term')), { maxLength: 3 }).map((terms) => terms.join('')),
      { minLength: 1, maxLength: 2 },
    )
    .map((options) => options.join('|')),
}));

export const patterns = /** @type {fc.Arbitrary<string>} */ (grammar['choice']);
