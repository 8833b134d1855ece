import { expect } from '@open-wc/testing';
import { loadPhoneNumbers, type PhoneNumbers } from '../../platform/phone-numbers.ts';
import { countryEntries, type CountryEntry, searchCountries } from './country-search.ts';

const codes = (entries: readonly CountryEntry[]) => entries.map(({ country }) => country);

describe('country search', () => {
  let numbers: PhoneNumbers;
  let english: readonly CountryEntry[];
  let chinese: readonly CountryEntry[];
  before(async () => {
    numbers = await loadPhoneNumbers();
    english = countryEntries(numbers, 'en');
    chinese = countryEntries(numbers, 'zh-CN');
  });

  it('lists every country, also those that share a calling code', () => {
    expect(english.length).to.equal(numbers.countries().length);
    expect(codes(english)).to.include.members(['US', 'CA', 'RU', 'KZ', 'GB', 'JE']);
  });

  it('names and sorts them in the language of the page', () => {
    expect(english[0]?.name).to.equal('Afghanistan');
    expect(chinese.find(({ country }) => country === 'CN')?.name).to.equal('中国');
    const names = chinese.map(({ name }) => name);
    expect(names).to.deep.equal([...names].sort(new Intl.Collator('zh-CN').compare));
  });

  it('names them in English for an invalid language tag', () => {
    expect(countryEntries(numbers, 'C').find(({ country }) => country === 'CN')?.name).to.equal('China');
  });

  it('lists preferred ones first, in their order, and once', () => {
    const entries = codes(countryEntries(numbers, 'en', [], ['CN', 'HK']));
    expect(entries.slice(0, 3)).to.deep.equal(['CN', 'HK', 'AF']);
    expect(new Set(entries).size).to.equal(entries.length);
  });

  it('lists only the accepted ones', () => {
    expect(codes(countryEntries(numbers, 'en', ['MO', 'CN', 'HK']))).to.deep.equal(['CN', 'HK', 'MO']);
  });

  for (const query of ['86', '+86', '0086', ' +86 ', '８６', '+ 86', '٨٦']) {
    it(`finds China by its code, written "${query}"`, () => {
      expect(codes(searchCountries(english, query))[0]).to.equal('CN');
    });
  }

  it('finds the exact code before longer ones', () => {
    const found = codes(searchCountries(english, '49'));
    expect(found).to.deep.equal(['DE']);
    const sevens = searchCountries(english, '7').map(({ callingCode }) => callingCode);
    expect(new Set(sevens)).to.deep.equal(new Set(['7']));
    expect(searchCountries(english, '59').every(({ callingCode }) => callingCode.startsWith('59'))).to.equal(true);
  });

  it('finds by name, by English name and by letters of the country', () => {
    expect(codes(searchCountries(chinese, '德国'))).to.deep.equal(['DE']);
    expect(codes(searchCountries(chinese, 'germany'))).to.deep.equal(['DE']);
    expect(codes(searchCountries(chinese, 'de'))[0]).to.equal('DE');
    expect(codes(searchCountries(english, 'cn'))[0]).to.equal('CN');
  });

  it('finds the start of a name before the start of a word before the middle of one', () => {
    const found = codes(searchCountries(english, 'ni'));
    expect(found[0]).to.equal('NI');
    expect(found.indexOf('NG')).to.be.lessThan(found.indexOf('GB'));
  });

  it('ignores accents, case and kinds of apostrophe', () => {
    expect(codes(searchCountries(english, 'COTE D’'))).to.deep.equal(['CI']);
    expect(codes(searchCountries(english, "cote d'"))).to.deep.equal(['CI']);
    expect(codes(searchCountries(english, 'reunion'))).to.deep.equal(['RE']);
  });

  it('finds nothing for an unknown text, and everything for an empty one', () => {
    expect(searchCountries(english, 'Atlantis')).to.deep.equal([]);
    expect(searchCountries(english, '999')).to.deep.equal([]);
    expect(searchCountries(english, '  ')).to.equal(english);
    expect(searchCountries(english, '+').length).to.equal(english.length);
  });
});
