import { expect } from '@open-wc/testing';
import { readCode } from './read-code.ts';

describe('reading a one-time code', () => {
  const cases: readonly (readonly [text: string, code: string])[] = [
    ['123456', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['123\u00a0456', '123456'],
    [' 1 2 3 4 5 6\n', '123456'],
    ['Your code is 123 456', '123456'],
    ['123456 is your code. It is valid for 10 minutes.', '123456'],
    ['Valid 10 minutes: 123456', '123456'],
    ['G-123456', '123456'],
    ['2FA code 654321', '654321'],
    ['【阿里云】验证码654321，请勿泄露', '654321'],
    ['１２３４５６', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['۱۲۳ ۴۵۶', '123456'],
    ['१२३४५६', '123456'],
    ['๑๒๓๔๕๖', '123456'],
    ['12a3', '123'],
    ['1234567890', '123456'],
    ['no code', ''],
    ['', ''],
  ];

  for (const [text, code] of cases) {
    it(`finds "${code}" in "${text}"`, () => {
      expect(readCode(text, 6)).to.equal(code);
    });
  }

  it('looks for as many digits as the field has', () => {
    expect(readCode('In 10 minutes 1234 expires', 4)).to.equal('1234');
  });
});
