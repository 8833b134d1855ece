import { expect } from '@open-wc/testing';
import { type InputSpec, type ProfileSpec, profileValues } from './profile-spec.ts';

const input = (name: string): InputSpec => ({ name, type: 'Text', label: '', description: null, required: false, config: {} });
const group = (type: 'Address' | 'Fullname', name: string, parts: readonly string[]): ProfileSpec => ({
  ...input(name),
  type,
  config: { parts: parts.map(input) },
});

describe('profile values', () => {
  it('are sent for every field, in order, also when they are empty', () => {
    expect(profileValues([input('nickname'), input('website')], { website: 'https://a.example', other: 'x' })).to.deep.equal({
      nickname: '',
      website: 'https://a.example',
    });
  });

  it('of a full name are beside the others', () => {
    const fields = [group('Fullname', 'fullname', ['givenName', 'familyName']), input('nickname')];
    expect(profileValues(fields, { givenName: 'Mia', familyName: 'Berg', nickname: 'mi' })).to.deep.equal({
      givenName: 'Mia',
      familyName: 'Berg',
      nickname: 'mi',
    });
  });

  it('of an address are inside it, with the formatted address', () => {
    const fields = [group('Address', 'address', ['streetAddress', 'locality', 'country'])];
    expect(profileValues(fields, { 'address.streetAddress': 'Hill 1', 'address.country': 'Norway' })).to.deep.equal({
      address: { streetAddress: 'Hill 1', locality: '', country: 'Norway', formatted: 'Hill 1, Norway' },
    });
    expect(profileValues(fields, {})).to.deep.equal({
      address: { streetAddress: '', locality: '', country: '', formatted: '' },
    });
  });

  it('of an address with the part `formatted` are as typed', () => {
    const fields = [group('Address', 'address', ['formatted', 'country'])];
    expect(profileValues(fields, { 'address.formatted': 'Hill 1', 'address.country': 'Norway' })).to.deep.equal({
      address: { formatted: 'Hill 1', country: 'Norway' },
    });
  });

  it('of a group without parts are none', () => {
    expect(profileValues([group('Address', 'address', []), group('Fullname', 'fullname', [])], {})).to.deep.equal({});
  });

  it('are not taken from inherited properties', () => {
    expect(profileValues([input('constructor')], {})).to.deep.equal({ constructor: '' });
    const values = profileValues([input('__proto__')], {});
    expect(Object.hasOwn(values, '__proto__')).to.equal(true);
    expect(JSON.stringify(values)).to.equal('{"__proto__":""}');
  });
});
