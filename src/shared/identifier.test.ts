import { expect } from '@open-wc/testing';
import { loadPhoneNumbers, type PhoneNumbers } from '../platform/phone-numbers.ts';
import { detectType, type IdentifierType, identifierTypes, looksLikePhone } from './identifier.ts';
import { identifierText, isIdentifier, readIdentifier } from './read-identifier.ts';
import { readPhone } from './read-phone.ts';
import { type IdentifierCase, identifierCases, noNumbers } from './testing/identifier-cases.ts';

describe('the reader of identifiers', () => {
  let numbers: PhoneNumbers;
  before(async () => {
    numbers = await loadPhoneNumbers();
  });

  const phoneOf = (
    text: string,
    { guess, picked }: Pick<IdentifierCase, 'guess' | 'picked'>,
    countries: readonly string[] = [],
  ) => readPhone(text, { numbers, countries, country: picked ?? guess, by: picked ? 'list' : 'guess' });

  const nameOf = ({ text, guess, picked, value }: IdentifierCase) =>
    `${JSON.stringify(text.slice(0, 40))} in ${picked ? `${picked}, picked,` : guess} is ${value?.slice(0, 40) ?? 'nobody'}`;

  for (const it_ of identifierCases) {
    const { text, type, value, country } = it_;
    for (const types of [identifierTypes, [type]]) {
      it(`${nameOf(it_)} where ${types.join(', ')} is taken`, () => {
        const found = readIdentifier(text, { types, readPhone: (number) => phoneOf(number, it_) });
        expect(found.valid).to.equal(value !== undefined);
        if (value === undefined) return;
        expect(found).to.deep.equal({ type, value, valid: true });
        // What can be sent at all agrees with what can be read.
        expect(isIdentifier(type, value)).to.equal(true);
        if (type === 'phone') expect(phoneOf(identifierText(text), it_).country).to.equal(country);
      });
    }
  }

  for (const text of noNumbers) {
    it(`"${text}" is no phone number`, () => {
      for (const types of [identifierTypes, ['phone'] as const]) {
        const found = readIdentifier(text, { types, readPhone: (number) => phoneOf(number, { guess: 'US' }) });
        expect(found.valid, types.join()).to.equal(false);
      }
    });
  }

  it('reads what it has shown as the same again, and what it sends as well', () => {
    for (const it_ of identifierCases) {
      if (it_.value === undefined) continue;
      if (it_.type !== 'phone') {
        expect(readIdentifier(it_.value, { types: identifierTypes }).value, it_.text).to.equal(it_.value);
        continue;
      }
      const { rest, country, by, value } = phoneOf(identifierText(it_.text), it_);
      const again = readPhone(rest, { numbers, countries: [], country, by });
      expect(again, it_.text).to.deep.include({ value, country, valid: true, rest });
      expect(phoneOf(`+${value}`, { guess: 'US' }).value, it_.text).to.equal(value);
      // The number that is sent begins with the code that is shown, unless its code belongs to no country.
      if (!rest.includes('+')) expect(value, it_.text).to.match(new RegExp(`^${numbers.callingCode(country)}`));
    }
  });

  it('never leaves a country that was stated, whatever digits follow', () => {
    let tried = 0;
    for (const country of numbers.countries()) {
      const code = numbers.callingCode(country)!;
      for (const other of ['1', '7', '44', '49', '52', '86', '91', '971']) {
        for (const digits of [`${other}9111234567`, `${other}13800000001`, `${other}2025550123`, `${other}5512345678`]) {
          for (const by of ['list', 'code'] as const) {
            const { value, valid } = readPhone(digits, { numbers, countries: [], country, by });
            tried += 1;
            if (valid && !digits.startsWith('0') && !value.startsWith(code))
              expect.fail(`${digits} of ${country} became ${value}`);
          }
        }
      }
    }
    expect(tried).to.be.greaterThan(10_000);
  });

  it('reads 00 and a calling code as a plus and the code, whatever is dialled before numbers of other countries where the person is', function () {
    // 60,000 numbers.
    this.timeout(60_000);
    let tried = 0;
    const numbersOf = [
      '9111234567',
      '13800000001',
      '2025550123',
      '5512345678',
      '321123456',
      '181 1234567',
      '7911123',
      '0800123456',
    ];
    for (const owner of numbers.countries()) {
      const code = numbers.callingCode(owner)!;
      // 001, 003, 005 and the like are prefixes of carriers, with a calling code behind.
      if (code.length < 2) continue;
      for (const guess of [
        'AU',
        'BR',
        'CO',
        'HK',
        'ID',
        'IL',
        'JP',
        'KR',
        'SG',
        'TH',
        'TW',
        'US',
        'DE',
        'RU',
        'KZ',
        'CU',
        'UG',
        'FI',
      ]) {
        for (const digits of numbersOf) {
          for (const picked of [undefined, guess]) {
            const text = `00${code} ${digits}`;
            const { value, valid } = phoneOf(text, { guess, ...(picked && { picked }) });
            tried += 1;
            if (valid && !value.startsWith(code)) expect.fail(`${text} in ${guess} became ${value}`);
          }
        }
      }
    }
    expect(tried).to.be.greaterThan(50_000);
  });

  it('refuses countries that are not accepted, also as written with their code', () => {
    const table = [
      ['+1 202 555 0123', 'CN', ['CN', 'HK'], false],
      ['0044 7400 123456', 'CN', ['CN', 'HK'], false],
      ['+852 9123 4567', 'CN', ['CN', 'HK'], true],
      ['+1 604 555 0123', 'US', ['US'], true],
      ['8613800000001', 'US', ['US'], false],
    ] as const;
    for (const [text, guess, countries, valid] of table) expect(phoneOf(text, { guess }, countries).valid, text).to.equal(valid);
    expect(phoneOf('+1 202 555 0123', { guess: 'CN' }, ['CN']).rest).to.equal('+1 202 555 0123');
    expect(phoneOf('+1 604 555 0123', { guess: 'US' }, ['US'])).to.include({ country: 'US', rest: '604 555 0123' });
  });

  it('passes digits with a calling code on where there are no numbering plans, and no others', () => {
    const table = [
      ['+86 138 0000 0001', '8613800000001', true],
      ['0086 13800000001', '8613800000001', true],
      ['+013800000001', '013800000001', false],
    ] as const;
    for (const [text, value, valid] of table) {
      expect(readIdentifier(text, { types: identifierTypes }), text).to.deep.equal({ type: 'phone', value, valid });
    }
    for (const text of ['13800000001', '013800000001', '8613800000001', '(202) 555-0123']) {
      const found = readIdentifier(text, { types: identifierTypes });
      expect(found, text).to.deep.include({ type: 'phone', valid: false, unread: true });
    }
  });

  const begun: readonly [text: string, types: readonly IdentifierType[], previous: IdentifierType | undefined, type: unknown][] =
    [
      ['', identifierTypes, undefined, undefined],
      ['', identifierTypes, 'phone', undefined],
      ['a', identifierTypes, undefined, 'username'],
      ['ada@', identifierTypes, 'username', 'email'],
      ['138@example.com', identifierTypes, 'phone', 'email'],
      ['13', identifierTypes, undefined, 'username'],
      ['138', identifierTypes, 'username', 'phone'],
      ['13', identifierTypes, 'phone', 'phone'],
      ['138a', identifierTypes, 'phone', 'username'],
      ['(020) 7946', identifierTypes, undefined, 'phone'],
      ['٠٥٠', identifierTypes, undefined, 'phone'],
      ['+', identifierTypes, undefined, 'phone'],
      ['+8', identifierTypes, undefined, 'phone'],
      ['7+1', identifierTypes, undefined, 'username'],
      ['---', identifierTypes, undefined, 'username'],
      ['138', ['username', 'email'], undefined, 'username'],
      ['ada@example.com', ['username', 'phone'], undefined, 'username'],
      ['13', ['email', 'phone'], undefined, 'email'],
      ['138', ['email', 'phone'], undefined, 'phone'],
      ['ada', ['email', 'phone'], undefined, 'email'],
      ['', ['phone'], undefined, 'phone'],
      ['ada', ['phone'], undefined, 'phone'],
      ['138', ['email'], undefined, 'email'],
    ];
  for (const [text, types, previous, type] of begun) {
    it(`sees in "${text}" of ${types.join(', ')}${previous ? `, before: ${previous}` : ''} ${String(type)}`, () => {
      expect(detectType(text, types, previous)).to.equal(type);
    });
  }

  it('sees the beginning of a number, and none in names, addresses and nothing', () => {
    for (const text of ['1', '+', '+86', '(0', '138-0', '(+86)']) expect(looksLikePhone(text), text).to.equal(true);
    for (const text of ['', '-', 'a1', '1@', 'ada', '_1', '1#', '1+']) expect(looksLikePhone(text), text).to.equal(false);
  });
});
