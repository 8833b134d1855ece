import { expect } from '@open-wc/testing';
import type { Dropped } from '../../shared/schema.ts';
import { readPhrases } from './phrases.ts';

describe('phrases of the server', () => {
  it('are left out where they are nested deeper than any phrase is, and the others are read', () => {
    let deep: object = { text: 'deep' };
    for (let level = 0; level < 100_000; level++) deep = { a: deep };
    const dropped: Dropped[] = [];
    const phrases = readPhrases({ translation: { deep, action: { sign_in: 'Sign in' } } }, (part) => dropped.push(part));
    expect(phrases).to.deep.equal({ 'action.sign_in': 'Sign in' });
    expect(dropped.map(({ issues }) => issues)).to.deep.equal([['string expected']]);
  });
});
