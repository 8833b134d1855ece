import { expect } from '@open-wc/testing';
import { loadPhoneNumbers, type PhoneNumbers } from '../platform/phone-numbers.ts';
import { readPhone, splitCode } from './read-phone.ts';

describe('what is shown of a number', () => {
  let numbers: PhoneNumbers;
  before(async () => {
    numbers = await loadPhoneNumbers();
  });
  const context = (country: string) => ({ numbers, country, by: 'guess', countries: [] }) as const;

  const whole = [
    // text, country shown, country after, who says so, rest
    ['+86 138 0000 0001', 'US', 'CN', 'code', '138 0000 0001'],
    ['+86-138-0000-0001', 'US', 'CN', 'code', '138-0000-0001'],
    ['0086 138 0000 0001', 'US', 'CN', 'code', '138 0000 0001'],
    ['8613800000001', 'CN', 'CN', 'code', '13800000001'],
    ['8613800000001', 'US', 'CN', 'code', '13800000001'],
    ['+44 (0)7400 123456', 'US', 'GB', 'code', '7400 123456'],
    ['+39 (0)6 1234 5678', 'US', 'IT', 'code', '(0)6 1234 5678'],
    ['+1 (202) 555-0123', 'CN', 'US', 'code', '(202) 555-0123'],
    ['1 202 555 0123', 'US', 'US', 'guess', '202 555 0123'],
    ['+1 604 555 0123', 'US', 'CA', 'code', '604 555 0123'],
    ['+521 55 1234 5678', 'US', 'MX', 'code', '55 1234 5678'],
    ['49(0)345279580', 'DE', 'DE', 'code', '345279580'],
    ['+44 79111234567', 'US', 'GB', 'code', '79111234567'],
    ['+86', 'US', 'CN', 'code', ''],
    ['+1', 'CA', 'CA', 'code', ''],
    ['', 'CN', 'CN', 'guess', ''],
    ['13800000001', 'CN', 'CN', 'guess', '13800000001'],
    ['013800000001', 'CN', 'CN', 'guess', '013800000001'],
    ['8 912 345-67-89', 'RU', 'RU', 'guess', '8 912 345-67-89'],
    ['0151 23456789', 'DE', 'DE', 'guess', '0151 23456789'],
    ['٠٥٠١٢٣٤٥٦٧', 'SA', 'SA', 'guess', '٠٥٠١٢٣٤٥٦٧'],
    ['+', 'CN', 'CN', 'guess', '+'],
    ['+8', 'CN', 'CN', 'guess', '+8'],
    ['+999', 'CN', 'CN', 'guess', '+999'],
    ['+800 1234 5678', 'CN', 'CN', 'guess', '+800 1234 5678'],
    ['0086', 'US', 'US', 'guess', '0086'],
    ['12345678901234567890', 'US', 'US', 'guess', '12345678901234567890'],
  ] as const;
  for (const [text, shown, country, by, rest] of whole) {
    it(`"${text}" with ${shown} shown becomes ${country} and "${rest}"`, () => {
      expect(readPhone(text, context(shown))).to.include({ country, by, rest });
    });
  }

  const begun = [
    ['+86', 'US', 'CN', ''],
    ['+86 1', 'US', 'CN', '1'],
    ['+1', 'CA', 'CA', ''],
    ['+1', 'CN', 'US', ''],
    ['+٨٦', 'US', 'CN', ''],
    ['(+44', 'US', 'GB', ''],
    ['+376 (', 'US', 'AD', '('],
    ['+44)', 'US', 'GB', ''],
    [' +7', 'GB', 'RU', ''],
  ] as const;
  for (const [text, shown, country, rest] of begun) {
    it(`"${text}" with ${shown} shown begins a number of ${country}`, () => {
      expect(splitCode(text, context(shown))).to.deep.equal({ country, rest });
    });
  }

  it('"+", "+8" and digits without a plus begin no country’s number', () => {
    for (const text of ['+', '+8', '8613800000001', '0086', '86']) {
      expect(splitCode(text, context('US')), text).to.equal(undefined);
    }
  });

  it('is read with the calling code where everybody writes the trunk 0, and as a national number elsewhere', () => {
    const table = [
      ['AT', '436641234567', '436641234567'],
      ['DE', '4915123456789', '4915123456789'],
      ['ID', '62812345678', '62812345678'],
      ['XK', '38343201234', '38343201234'],
      ['BR', '55999998888', '5555999998888'],
      ['IN', '9112345678', '919112345678'],
      ['PL', '485478297', '48485478297'],
    ] as const;
    for (const [country, digits, value] of table) {
      expect(readPhone(digits, context(country)), country).to.include({ value, valid: true });
    }
  });
});
