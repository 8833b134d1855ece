import { expect } from '@open-wc/testing';
import { loadPhoneNumbers } from '../../platform/phone-numbers.ts';
import type { IdentifierType } from './identifier-text.ts';
import { readPhone } from './phone-part.ts';
import { readIdentifier } from './read-identifier.ts';

interface Case {
  types?: readonly IdentifierType[];
  detected?: IdentifierType;
  country?: string;
  countries?: readonly string[];
}

const read = (raw: string, { types = ['username', 'email', 'phone'], detected, country = 'CN', countries = [] }: Case = {}) =>
  readIdentifier(raw, {
    types,
    detected,
    readPhone: async (text) => readPhone(text, country, countries, await loadPhoneNumbers()),
  });

describe('reading an identifier', () => {
  const table = [
    ['', {}, undefined, '', false],
    ['   ', {}, undefined, '', false],
    [' ada ', {}, 'username', 'ada', true],
    ['2ada', {}, 'username', '2ada', false],
    ['ada@example.com', {}, 'email', 'ada@example.com', true],
    ['ada@', {}, 'email', 'ada@', false],
    ['ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', {}, 'email', 'ada@example.com', true],
    ['138 0000 0001', {}, 'phone', '8613800000001', true],
    ['１３８００００００01', {}, 'phone', '8613800000001', true],
    ['+8613800000001', { country: 'US' }, 'phone', '8613800000001', true],
    ['8613800000001', {}, 'phone', '8613800000001', true],
    ['13800', {}, 'phone', '8613800', false],
    ['+999123', {}, 'phone', '999123', false],
    ['+1 202 555 0123', { countries: ['CN', 'HK'] }, 'phone', '12025550123', false],
    ['+1 604 555 0123', { countries: ['US'] }, 'phone', '16045550123', true],
    ['ada', { types: ['phone'] }, 'phone', 'ada', false],
    ['13', { detected: 'phone' }, 'phone', '8613', false],
  ] as const;
  for (const [raw, more, type, value, valid] of table) {
    it(`"${raw}" ${JSON.stringify(more)} is ${String(type)} ${value}${valid ? '' : ', not valid'}`, async () => {
      expect(await read(raw, more)).to.deep.equal({ type, value, raw, valid });
    });
  }

  it('passes digits on when numbering plans cannot be loaded', async () => {
    const types: readonly IdentifierType[] = ['username', 'email', 'phone'];
    const value = async (raw: string) => {
      const found = await readIdentifier(raw, { types, detected: undefined, readPhone: () => Promise.resolve(undefined) });
      return [found.type, found.value, found.valid];
    };
    expect(await value('+86 138 0000 0001')).to.deep.equal(['phone', '8613800000001', true]);
    expect(await value('0086 13800000001')).to.deep.equal(['phone', '8613800000001', true]);
    expect(await value('13800000001')).to.deep.equal(['phone', '13800000001', true]);
    expect(await value('ada@example.com')).to.deep.equal(['email', 'ada@example.com', true]);
  });
});
