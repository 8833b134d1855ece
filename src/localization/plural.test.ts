import { expect } from '@open-wc/testing';
import { setLanguage } from './language.ts';
import { plural } from './plural.ts';

describe('plural', () => {
  const forms = {
    one: '{{count}} one',
    two: '{{count}} two',
    few: '{{count}} few',
    many: '{{count}} many',
    other: '{{count}} other',
  };

  afterEach(async () => {
    await setLanguage({ language: 'en' });
  });

  it('picks the form of the page’s language', async () => {
    expect([1, 2, 5].map((count) => plural(count, forms))).to.deep.equal(['1 one', '2 other', '5 other']);
    await setLanguage({ language: 'ar' });
    expect([1, 2, 3, 11, 100].map((count) => plural(count, forms))).to.deep.equal([
      '1 one',
      '2 two',
      '3 few',
      '11 many',
      '100 other',
    ]);
    await setLanguage({ language: 'zh-CN' });
    expect(plural(1, forms)).to.equal('1 other');
  });

  it('falls back to “other” and fills further values', async () => {
    await setLanguage({ language: 'ar' });
    expect(plural(3, { other: '{{count}} {{what}}' }, { what: 'x' })).to.equal('3 \u2068x\u2069');
  });
});
