import { expect } from '@open-wc/testing';
import { detectType, type IdentifierType, isPlausible, looksLikePhone, plainText } from './identifier-text.ts';

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
