import { expect } from '@open-wc/testing';
import { loadPhoneNumbers, type PhoneNumbers } from '../../platform/phone-numbers.ts';
import { splitNumber } from './split-number.ts';

describe('a calling code in a number', () => {
  let numbers: PhoneNumbers;
  before(async () => {
    numbers = await loadPhoneNumbers();
  });

  const table = [
    // text, country shown, typing, country after, rest
    ['+86 138 0000 0001', 'US', false, 'CN', '138 0000 0001'],
    ['+86-138-0000-0001', 'US', false, 'CN', '138-0000-0001'],
    ['0086 138 0000 0001', 'US', false, 'CN', '138 0000 0001'],
    ['8613800000001', 'CN', false, 'CN', '13800000001'],
    ['8613800000001', 'US', false, 'CN', '13800000001'],
    ['+44 (0)7400 123456', 'US', false, 'GB', '7400 123456'],
    ['+1 (202) 555-0123', 'CN', false, 'US', '(202) 555-0123'],
    ['1 202 555 0123', 'US', false, 'US', '202 555 0123'],
    ['+1 604 555 0123', 'US', false, 'CA', '604 555 0123'],
    ['+86', 'US', true, 'CN', ''],
    ['+86 1', 'US', true, 'CN', '1'],
    ['+8613800000001', 'US', true, 'CN', '13800000001'],
    ['+1', 'CA', true, 'CA', ''],
    ['+1', 'CN', true, 'US', ''],
    ['+٨٦', 'US', true, 'CN', ''],
  ] as const;
  for (const [text, country, typing, after, rest] of table) {
    it(`goes from "${text}" to ${after}, ${typing ? 'typing' : 'pasted'} with ${country} shown`, () => {
      expect(splitNumber(text, country, numbers, typing ? text.length : undefined)).to.deep.equal({ country: after, rest });
    });
  }

  it('that is typed is only what stands before the caret', () => {
    expect(splitNumber('+13800000001', 'US', numbers, 1)).to.equal(undefined);
    expect(splitNumber('+813800000001', 'US', numbers, 2)).to.equal(undefined);
    expect(splitNumber('+8613800000001', 'US', numbers, 3)).to.deep.equal({ country: 'CN', rest: '13800000001' });
  });

  const untouched = [
    ['', 'CN', false],
    ['13800000001', 'CN', false],
    ['013800000001', 'CN', false],
    ['8 912 345-67-89', 'RU', false],
    ['2025550123', 'US', false],
    ['+', 'CN', true],
    ['+8', 'CN', true],
    ['+999', 'CN', false],
    ['+800 1234 5678', 'CN', false],
    ['0086', 'US', false],
    ['008613800000001', 'US', true],
    ['8613800000001', 'US', true],
    ['12345678901234567890', 'US', false],
  ] as const;
  for (const [text, country, typing] of untouched) {
    it(`leaves "${text}" alone, ${typing ? 'typing' : 'pasted'} with ${country} shown`, () => {
      expect(splitNumber(text, country, numbers, typing ? text.length : undefined)).to.equal(undefined);
    });
  }
});
