import { expect } from '@open-wc/testing';
import type { Dropped } from '../../shared/schema.ts';
import { type ProfileField, readProfileFields } from './profile-fields.ts';
import { readSettings } from './settings.ts';

function read(customProfileFields: unknown) {
  const dropped: Dropped[] = [];
  const settings = readSettings({ signIn: { methods: [] }, customProfileFields }, (part) => dropped.push(part));
  const fields = readProfileFields(settings, (part) => dropped.push(part));
  return { fields, dropped: dropped.map(({ where }) => where) };
}

/** As a server sends it, with more than the page needs. */
const sent = (type: string, config: unknown, rest: object = {}) => ({
  tenantId: 'default',
  id: '1',
  name: 'field',
  type,
  label: 'Label',
  description: 'Description',
  required: true,
  config,
  createdAt: 1_700_000_000_000,
  sieOrder: 1,
  ...rest,
});
const got = (type: string, config: unknown) =>
  ({ name: 'field', type, label: 'Label', description: 'Description', required: true, config }) as ProfileField;

const parts = [
  { enabled: true, name: 'givenName', type: 'Text', label: 'Given', required: true, config: { maxLength: 20 } },
  { enabled: false, name: 'middleName', type: 'Text', required: false },
  { enabled: true, name: 'country', type: 'Select', required: false, config: { options: [{ value: 'CH' }] } },
];
const enabledParts = [
  { name: 'givenName', type: 'Text', label: 'Given', description: null, required: true, config: { maxLength: 20 } },
  { name: 'country', type: 'Select', label: '', description: null, required: false, config: { options: [{ value: 'CH' }] } },
];

describe("the tenant's own fields of a profile", () => {
  for (const absent of [undefined, null, []]) {
    it(`are none where the server sends ${JSON.stringify(absent)}`, () => {
      expect(read(absent)).to.deep.equal({ fields: [], dropped: [] });
    });
  }

  for (const [type, config, understood = config] of [
    ['Text', { placeholder: 'Acme', minLength: 2, maxLength: 40 }],
    ['Text', {}],
    ['Number', { placeholder: '7', minValue: -1.5, maxValue: 10 }],
    ['Date', { format: 'MM/dd/yyyy' }],
    ['Date', { format: 'custom', customFormat: 'dd.MM.yyyy', placeholder: 'When' }],
    ['Date', {}, { format: 'yyyy-MM-dd' }],
    ['Checkbox', { defaultValue: 'true' }],
    ['Checkbox', {}, { defaultValue: 'false' }],
    ['Select', { options: [{ value: 'a', label: 'A' }, { value: 'b' }], placeholder: 'Choose' }],
    ['Url', { placeholder: 'https://' }],
    ['Regex', { format: '^[A-Z]{3}$', placeholder: 'ABC' }],
    ['Address', { parts }, { parts: enabledParts }],
    ['Fullname', { parts }, { parts: enabledParts }],
  ] as const) {
    it(`may be a ${type} with ${JSON.stringify(config)}`, () => {
      expect(read([sent(type, config)])).to.deep.equal({ fields: [got(type, understood)], dropped: [] });
    });
  }

  it('have only a name and a type for certain', () => {
    const [field] = read([{ name: 'company', type: 'Text' }]).fields;
    expect(field).to.deep.equal({ name: 'company', type: 'Text', label: '', description: null, required: false, config: {} });
  });

  it('keep their order without those that are malformed or of an unknown type', () => {
    const { fields, dropped } = read([
      sent('Text', {}, { name: 'b' }),
      sent('Hologram', {}),
      sent('Url', {}, { name: undefined }),
      null,
      sent('constructor', {}),
      sent('Text', {}, { name: 'a' }),
    ]);
    expect(fields.map(({ name }) => name)).to.deep.equal(['b', 'a']);
    expect(dropped).to.deep.equal([1, 2, 3, 4].map((index) => `customProfileFields.${index}`));
  });

  for (const [what, type, config, understood, place] of [
    ['a length', 'Text', { minLength: -1, maxLength: 5 }, { maxLength: 5 }, 'minLength'],
    ['a bound', 'Number', { minValue: '3', maxValue: 5 }, { maxValue: 5 }, 'minValue'],
    ['a regular expression', 'Regex', { format: '([' }, {}, 'format'],
    ['an option', 'Select', { options: [{ label: 'A' }, { value: 'b' }] }, { options: [{ value: 'b' }] }, 'options.0'],
    ['a part', 'Fullname', { parts: [5, { ...parts[0], name: 5 }, ...parts] }, { parts: enabledParts }, 'parts.0'],
  ] as const) {
    it(`do without ${what} that is malformed, and stay`, () => {
      const { fields, dropped } = read([sent(type, config)]);
      expect(fields).to.deep.equal([got(type, understood)]);
      expect(dropped[0]).to.equal(`customProfileFields.0.config.${place}`);
    });
  }

  it('are a union by type, so that options are typed', () => {
    const [field] = read([sent('Number', { maxValue: 3 })]).fields;
    expect(field?.type === 'Number' && field.config.maxValue).to.equal(3);
  });

  it('have one control for each name and one option for each value, whatever is repeated', () => {
    const options = [{ value: 'CH' }, { value: 'CH', label: 'Again' }, { value: 'DE' }];
    const { fields } = read([
      sent('Text', {}),
      sent('Select', { options }),
      sent('Select', { options }, { name: 'country' }),
      sent('Fullname', { parts: [...parts, ...parts] }, { name: 'fullname' }),
    ]);
    expect(fields.map(({ name, type }) => [name, type])).to.deep.equal([
      ['field', 'Text'],
      ['country', 'Select'],
      ['fullname', 'Fullname'],
    ]);
    expect(fields[1]?.config).to.deep.equal({ options: [{ value: 'CH' }, { value: 'DE' }] });
    expect((fields[2]?.config as { parts: readonly { name: string }[] }).parts.map(({ name }) => name)).to.deep.equal([
      'givenName',
      'country',
    ]);
  });
});
