import { expect } from '@open-wc/testing';
import { defaultCountry } from './countries.ts';

describe('default country', () => {
  const table = [
    // page, browser, country
    ['zh-CN', [], 'CN'],
    ['zh-TW', [], 'TW'],
    ['zh', [], 'CN'],
    ['zh-Hant', [], 'TW'],
    ['en', [], 'US'],
    ['en', ['en-GB', 'en'], 'GB'],
    ['en', ['en', 'en-NZ'], 'NZ'],
    ['en-US', ['en-GB'], 'GB'],
    ['zh-CN', ['en-US', 'zh-HK'], 'HK'],
    ['zh-CN', ['en-GB'], 'CN'],
    ['ja', ['en-US'], 'JP'],
    ['ar', [], 'EG'],
    ['ar', ['ar-SA'], 'SA'],
    ['pt-BR', [], 'BR'],
    ['de', [], 'DE'],
    ['es-419', [], 'US'],
    ['en-001', ['en-150'], 'US'],
    ['C', ['C'], 'US'],
    ['', [], 'US'],
    ['no language!', ['C', 'de-AT'], 'AT'],
  ] as const;
  for (const [page, browser, country] of table) {
    it(`is ${country} for a page in "${page}" and a browser in [${browser.join(', ')}]`, () => {
      expect(defaultCountry(page, browser)).to.equal(country);
    });
  }

  it('is one that can be chosen', () => {
    expect(defaultCountry('de', ['de-CH'], ['DE', 'AT'])).to.equal('DE');
    expect(defaultCountry('fr', [], ['CN', 'HK'])).to.equal('CN');
    expect(defaultCountry('fr', [], ['CN', 'HK'], ['US', 'HK'])).to.equal('HK');
  });

  it('falls back to preferred countries when the languages suggest none', () => {
    expect(defaultCountry('C', [], [], ['SG'])).to.equal('SG');
    expect(defaultCountry('de', [], [], ['SG'])).to.equal('DE');
  });
});
