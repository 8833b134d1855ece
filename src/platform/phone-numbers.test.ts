import { expect } from '@open-wc/testing';
import { fakePhoneNumbers } from './testing/fake-phone-numbers.ts';
import { loadPhoneNumbers, type PhoneNumbers } from './phone-numbers.ts';

describe('phone numbers', () => {
  let numbers: PhoneNumbers;
  before(async () => {
    numbers = await loadPhoneNumbers();
  });

  const readings = [
    // written, country of the person, digits for the server, country of the number
    ['13800000001', 'CN', '8613800000001', 'CN'],
    ['138 0000-0001', 'CN', '8613800000001', 'CN'],
    ['+86 138 0000 0001', 'US', '8613800000001', 'CN'],
    ['0086 138 0000 0001', 'US', '8613800000001', 'CN'],
    ['011 86 138 0000 0001', 'US', '8613800000001', 'CN'],
    ['0011 86 138 0000 0001', 'AU', '8613800000001', 'CN'],
    ['8613800000001', 'CN', '8613800000001', 'CN'],
    ['013800000001', 'CN', '8613800000001', 'CN'],
    ['07400 123456', 'GB', '447400123456', 'GB'],
    ['+44 (0)7400 123456', 'US', '447400123456', 'GB'],
    ['06 12345678', 'IT', '390612345678', 'IT'],
    ['8 912 345-67-89', 'RU', '79123456789', 'RU'],
    ['+1 604 555 0123', 'US', '16045550123', 'CA'],
    ['+7 701 555 1234', 'RU', '77015551234', 'KZ'],
    ['٠٥٠١٢٣٤٥٦٧', 'SA', '966501234567', 'SA'],
    ['+800 1234 5678', 'US', '80012345678', undefined],
  ] as const;

  for (const [text, country, digits, owner] of readings) {
    it(`reads ${text} of somebody in ${country}`, () => {
      const number = numbers.parse(text, country);
      expect(number?.valid).to.equal(true);
      expect(number?.digits).to.equal(digits);
      expect(number?.country).to.equal(owner);
      expect(`${number?.callingCode}${number?.nationalNumber}`).to.equal(digits);
    });
  }

  for (const [text, country] of [
    ['123', 'CN'],
    ['202555012', 'US'],
    ['138000000012345', 'CN'],
    ['+86 138', 'CN'],
  ] as const) {
    it(`finds ${text} wrong in ${country}`, () => {
      expect(numbers.parse(text, country)?.valid).to.equal(false);
    });
  }

  for (const text of ['', '+', '+86', '+999 123456', 'no number', 'call 13800000001 now']) {
    it(`finds no number in "${text}"`, () => {
      expect(numbers.parse(text, 'CN')).to.equal(undefined);
    });
  }

  it('knows every country once, with a calling code', () => {
    const countries = numbers.countries();
    expect(countries.length).to.be.greaterThan(230);
    expect(new Set(countries).size).to.equal(countries.length);
    for (const country of countries) expect(numbers.callingCode(country), country).to.match(/^[1-9]\d{0,2}$/);
  });

  it('knows the main country of a calling code, and none of an incomplete or shared one', () => {
    expect(numbers.mainCountry('1')).to.equal('US');
    expect(numbers.mainCountry('44')).to.equal('GB');
    expect(numbers.mainCountry('8')).to.equal(undefined);
    expect(numbers.mainCountry('800')).to.equal(undefined);
  });

  it('reads a number with calling code even when the country of the person is unknown', () => {
    expect(numbers.parse('+8613800000001', 'ZZ')?.valid).to.equal(true);
    expect(numbers.parse('13800000001', 'ZZ')).to.equal(undefined);
    expect(numbers.callingCode('ZZ')).to.equal(undefined);
  });

  it('is loaded once', () => {
    expect(loadPhoneNumbers()).to.equal(loadPhoneNumbers());
  });

  it('has a fake that agrees where it knows the country', () => {
    for (const [text, country] of [
      ['13800000001', 'CN'],
      ['+86 13800000001', 'US'],
      ['2025550123', 'US'],
    ] as const) {
      expect(fakePhoneNumbers.parse(text, country)).to.deep.equal(numbers.parse(text, country));
    }
  });
});
