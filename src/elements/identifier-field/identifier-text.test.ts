import { expect } from '@open-wc/testing';
import { loadPhoneNumbers, type PhoneNumbers } from '../../platform/phone-numbers.ts';
import { detectType, type IdentifierType, isPlausible, looksLikePhone, plainText, splitNumber } from './identifier-text.ts';

const any: readonly IdentifierType[] = ['username', 'email', 'phone'];

describe('what a text is', () => {
  const table: readonly [text: string, types: readonly IdentifierType[], previous: IdentifierType | undefined, type: unknown][] =
    [
      ['', any, undefined, undefined],
      ['', any, 'phone', undefined],
      ['a', any, undefined, 'username'],
      ['ada', any, undefined, 'username'],
      ['ada@', any, 'username', 'email'],
      ['138@example.com', any, 'phone', 'email'],
      ['13', any, undefined, 'username'],
      ['138', any, 'username', 'phone'],
      ['13', any, 'phone', 'phone'],
      ['138a', any, 'phone', 'username'],
      ['138 0000', any, 'username', 'phone'],
      ['(020) 7946', any, undefined, 'phone'],
      ['٠٥٠', any, undefined, 'phone'],
      ['+', any, undefined, 'phone'],
      ['+8', any, undefined, 'phone'],
      ['---', any, undefined, 'username'],
      ['138', ['username', 'email'], undefined, 'username'],
      ['ada@example.com', ['username', 'phone'], undefined, 'username'],
      ['13', ['email', 'phone'], undefined, 'email'],
      ['138', ['email', 'phone'], undefined, 'phone'],
      ['ada', ['email', 'phone'], undefined, 'email'],
      ['', ['phone'], undefined, 'phone'],
      ['ada', ['phone'], undefined, 'phone'],
      ['138', ['email'], undefined, 'email'],
    ];
  for (const [text, types, previous, type] of table) {
    it(`"${text}" of ${types.join(', ')}${previous ? `, before: ${previous}` : ''} is ${String(type)}`, () => {
      expect(detectType(text, types, previous)).to.equal(type);
    });
  }

  it('reads full-width characters and drops the marks that address books add', () => {
    expect(plainText(' ＋８６　１３８ ')).to.equal('+86 138');
    expect(plainText('ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ')).to.equal('ada@example.com');
    expect(plainText('\u202A+86\u00A0138\u202C')).to.equal('+86 138');
  });

  it('sees the beginning of a number, and none in names, addresses and nothing', () => {
    for (const text of ['1', '+', '+86', '(0', '138-0']) expect(looksLikePhone(text), text).to.equal(true);
    for (const text of ['', '-', 'a1', '1@', 'ada']) expect(looksLikePhone(text), text).to.equal(false);
  });

  it('knows what can be a user name or an e-mail address at all', () => {
    for (const text of ['ada', '_ada', 'Ada_1']) expect(isPlausible('username', text), text).to.equal(true);
    for (const text of ['1ada', 'ada lovelace', 'adá', 'ada-1', '']) expect(isPlausible('username', text), text).to.equal(false);
    for (const text of ['ada@example.com', 'a+b@c.d']) expect(isPlausible('email', text), text).to.equal(true);
    for (const text of ['ada', 'ada@example', '@example.com', 'a b@c.d', `${'a'.repeat(252)}@b.cd`]) {
      expect(isPlausible('email', text), text).to.equal(false);
    }
  });
});

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
