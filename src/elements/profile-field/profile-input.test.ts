import { expect } from '@open-wc/testing';
import { autocompleteOf, typingAttributes } from './profile-input.ts';

describe('attributes of a profile input', () => {
  for (const [name, token] of [
    ['givenName', 'given-name'],
    ['familyName', 'family-name'],
    ['birthdate', 'bday'],
    ['gender', 'sex'],
    ['website', 'url'],
    ['address.postalCode', 'postal-code'],
    ['address.streetAddress', 'street-address'],
    ['postalCode', undefined],
    ['favouriteColour', undefined],
    ['constructor', undefined],
  ] as const) {
    it(`have the autofill token ${token ?? '(none)'} for ${name}`, () => {
      expect(autocompleteOf(name)).to.equal(token);
    });
  }

  for (const [type, config, expected] of [
    ['Text', {}, { type: 'text', isCode: false }],
    ['Regex', {}, { type: 'text', isCode: false }],
    ['Number', {}, { type: 'text', inputmode: 'decimal', isCode: true }],
    ['Number', { minValue: -5 }, { type: 'text', inputmode: 'text', isCode: true }],
    ['Url', {}, { type: 'text', inputmode: 'url', isCode: true }],
    ['Date', { format: 'MM/dd/yyyy' }, { type: 'date', isCode: true }],
    ['Date', { format: 'custom', customFormat: 'yyyy/MM' }, { type: 'text', isCode: true }],
  ] as const) {
    it(`are ${JSON.stringify(expected)} for ${type} ${JSON.stringify(config)}`, () => {
      expect(typingAttributes({ type, config })).to.deep.equal(expected);
    });
  }
});
