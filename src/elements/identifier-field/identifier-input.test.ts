import { expect } from '@open-wc/testing';
import type { IdentifierType } from '../../shared/identifier.ts';
import { autocompleteToken, inputMode, inputType } from './identifier-input.ts';

describe('attributes of the identifier input', () => {
  const table: readonly [readonly IdentifierType[], type: string, signIn: string, register: string][] = [
    [['username'], 'text', 'username', 'username'],
    [['email'], 'text', 'username', 'email'],
    [['phone'], 'tel', 'tel', 'tel'],
    [['email', 'phone'], 'text', 'username', 'email'],
    [['phone', 'username'], 'text', 'username', 'username'],
    [['username', 'email', 'phone'], 'text', 'username', 'username'],
  ];
  for (const [types, type, signIn, register] of table) {
    it(`are type ${type} and one valid autofill token for ${types.join(', ')}`, () => {
      expect(inputType(types)).to.equal(type);
      expect(autocompleteToken(types, 'sign-in')).to.equal(signIn);
      expect(autocompleteToken(types, 'register')).to.equal(register);
      expect(autocompleteToken(types, 'other')).to.equal(register);
    });
  }

  it('ask for the e-mail keyboard where only addresses are accepted', () => {
    expect(inputMode(['email'])).to.equal('email');
    expect(inputMode(['email', 'phone'])).to.equal(undefined);
    expect(inputMode(['phone'])).to.equal(undefined);
  });
});
