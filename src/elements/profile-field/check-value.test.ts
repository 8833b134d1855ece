import { expect } from '@open-wc/testing';
import { checkValue, loadPatterns } from './check-value.ts';
import type { InputConfig, InputType } from './profile-spec.ts';

const fault = (type: InputType, config: InputConfig, value: string, required = false) =>
  checkValue(value, { type, config, required });

const types: readonly InputType[] = ['Text', 'Number', 'Date', 'Checkbox', 'Select', 'Url', 'Regex'];

describe('profile value', () => {
  before(loadPatterns);

  for (const type of types) {
    it(`may be empty where it is not required: ${type}`, () => {
      expect(fault(type, { minLength: 3, minValue: 3, format: '^x$', options: [] }, '')).to.equal(undefined);
    });

    it(`may not be empty where it is required: ${type}`, () => {
      expect(fault(type, {}, '', true)).to.deep.equal({ kind: 'required' });
    });
  }

  const options = [{ value: 'red', label: 'Red' }, { value: 'blue' }];
  for (const [type, config, value, kind] of [
    ['Text', {}, 'anything', undefined],
    ['Text', { minLength: 3 }, 'abc', undefined],
    ['Text', { minLength: 3 }, 'ab', 'length'],
    ['Text', { maxLength: 3 }, 'abcd', 'length'],
    ['Text', { maxLength: 2 }, '🙂🙂', undefined],
    ['Text', { minLength: 0, maxLength: 0 }, 'zero is none', undefined],
    ['Number', {}, '42', undefined],
    ['Number', {}, '-4.5', undefined],
    ['Number', {}, 'many', 'invalid'],
    ['Number', {}, '1e3', 'invalid'],
    ['Number', {}, '0x10', 'invalid'],
    ['Number', {}, 'Infinity', 'invalid'],
    ['Number', {}, '1,5', 'invalid'],
    ['Number', { minValue: 18, maxValue: 99 }, '18', undefined],
    ['Number', { minValue: 18, maxValue: 99 }, '99', undefined],
    ['Number', { minValue: 18, maxValue: 99 }, '17', 'range'],
    ['Number', { minValue: 0 }, '-1', 'range'],
    ['Number', { maxValue: 0 }, '1', 'range'],
    ['Date', { format: 'dd/MM/yyyy' }, '29/02/2024', undefined],
    ['Date', { format: 'dd/MM/yyyy' }, '29/02/2023', 'invalid'],
    ['Date', { format: 'custom', customFormat: 'yyyy/MM' }, '2024/02', undefined],
    ['Date', { format: 'custom', customFormat: 'yyyy/MM' }, '2024/13', 'invalid'],
    ['Date', { format: 'custom' }, 'no format, no rule', undefined],
    ['Date', {}, '2024-02-29', undefined],
    ['Select', { options }, 'blue', undefined],
    ['Select', { options }, 'Red', 'invalid'],
    ['Url', {}, 'https://example.com/me?x=1', undefined],
    ['Url', {}, 'http://localhost:3000', undefined],
    ['Url', {}, 'example.com', 'invalid'],
    ['Url', {}, 'javascript:alert(1)', 'invalid'],
    ['Url', {}, 'data:text/html,x', 'invalid'],
    ['Regex', { format: '^\\d{4}$' }, '1234', undefined],
    ['Regex', { format: '^\\d{4}$' }, '12345', 'invalid'],
    ['Regex', { format: '[' }, 'a pattern that is none', undefined],
    ['Regex', {}, 'no pattern', undefined],
    ['Checkbox', {}, 'false', undefined],
  ] as const) {
    it(`${JSON.stringify(value)} is ${kind ? `invalid (${kind})` : 'valid'} for ${type} ${JSON.stringify(config)}`, () => {
      expect(fault(type, config, value)?.kind).to.equal(kind);
    });
  }

  it('reports the violated limits, without those that are not set', () => {
    expect(fault('Text', { minLength: 3, maxLength: 0 }, 'ab')).to.deep.equal({ kind: 'length', min: 3, max: undefined });
    expect(fault('Text', { maxLength: 1 }, 'ab')).to.deep.equal({ kind: 'length', min: undefined, max: 1 });
    expect(fault('Number', { minValue: 0, maxValue: 1 }, '2')).to.deep.equal({ kind: 'range', min: 0, max: 1 });
  });
});
