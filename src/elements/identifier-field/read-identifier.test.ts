import { expect } from '@open-wc/testing';
import { loadPhoneNumbers } from '../../platform/phone-numbers.ts';
import { readIdentifier, type ReadOptions } from './read-identifier.ts';

const options: ReadOptions = {
  types: ['username', 'email', 'phone'],
  detected: undefined,
  country: 'CN',
  countries: [],
  loadPhoneNumbers,
};

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
    ['ada', { types: ['phone'] }, 'phone', '', false],
    ['13', { detected: 'phone' }, 'phone', '8613', false],
  ] as const;
  for (const [raw, more, type, value, valid] of table) {
    it(`"${raw}" ${JSON.stringify(more)} is ${String(type)} ${value}${valid ? '' : ', not valid'}`, async () => {
      expect(await readIdentifier(raw, { ...options, ...more })).to.deep.equal({ type, value, raw, valid });
    });
  }

  it('passes digits on when numbering plans cannot be loaded', async () => {
    const offline = { ...options, loadPhoneNumbers: () => Promise.reject(new TypeError('offline')) };
    const value = async (raw: string) => readIdentifier(raw, offline).then((read) => [read.type, read.value, read.valid]);
    expect(await value('+86 138 0000 0001')).to.deep.equal(['phone', '8613800000001', true]);
    expect(await value('0086 13800000001')).to.deep.equal(['phone', '8613800000001', true]);
    expect(await value('13800000001')).to.deep.equal(['phone', '13800000001', true]);
    expect(await value('ada@example.com')).to.deep.equal(['email', 'ada@example.com', true]);
  });
});
