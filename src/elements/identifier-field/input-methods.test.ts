import { expect } from '@open-wc/testing';
import { hintedIdentifier } from '../../flow/sign-in-options.ts';
import { type IdentifierType, identifierTypes } from '../../shared/identifier.ts';
import { type IdentifierCase, identifierCases } from '../../shared/testing/identifier-cases.ts';
import './identifier-field.ts';
import { IdentifierFieldHarness as Field } from '../testing/identifier-field-harness.ts';

type Types = readonly IdentifierType[];

/** The field for a case: in its language, with its country chosen. */
async function begin({ locale, picked }: IdentifierCase, types: Types): Promise<Field> {
  const field = await Field.place({ types, locale });
  if (!picked) return field;
  // The country button needs a number.
  if (types.length > 1) await field.autofill('138');
  await field.settled();
  await field.chooseCountry(picked);
  field.input.value = '';
  return field;
}

type Way = (it: IdentifierCase, types: Types) => Promise<Field>;

/** Input by keyboard and clipboard; only one field has the focus, so these do not run in parallel. */
const byHand: Readonly<Record<string, Way>> = {
  typed: async (it, types) => {
    const field = await begin(it, types);
    // A text that is too long to be typed in a test is pasted.
    await (it.text.length > 60 ? field.paste(it.text) : field.type(it.text));
    return field;
  },
  'typed and left': async (it, types) => {
    const field = await byHand['typed']!(it, types);
    field.input.blur();
    return field;
  },
  pasted: async (it, types) => {
    const field = await begin(it, types);
    await field.paste(it.text);
    return field;
  },
};

/** Input by autofill, password managers, apps and restored values. */
const byItself: Readonly<Record<string, Way>> = {
  'filled in': async (it, types) => {
    const field = await begin(it, types);
    await field.autofill(it.text);
    return field;
  },
  'filled in without events': async (it, types) => {
    const field = await begin(it, types);
    field.input.value = it.text;
    return field;
  },
  'put in beforehand': ({ text, locale }, types) => Field.place({ types, locale, initial: { value: text } }),
  'hinted at by the app': ({ text, locale }, types) => Field.place({ types, locale, initial: hintedIdentifier(text, types) }),
  remembered: ({ type, value, text, locale }, types) =>
    Field.place({ types, locale, initial: value === undefined ? { value: text } : { type, value } }),
};

/** Input before a country can be chosen. */
const comesFirst = ['put in beforehand', 'hinted at by the app', 'remembered'];

async function check(way: string, enter: Way, it_: IdentifierCase, types: Types): Promise<void> {
  const { type, value, country } = it_;
  const field = await enter(it_, types);
  const found = await field.element.read();
  await field.element.updateComplete;
  const where = `${way}, of ${types.join()}`;
  expect(found.valid, where).to.equal(value !== undefined);
  if (value === undefined) return;
  expect([found.type, found.value], where).to.deep.equal([type, value]);
  // The shown value is the value that is sent.
  if (type !== 'phone') expect(field.input.value, where).to.equal(value);
  else expect(field.country, where).to.equal(country);
}

describe('identifier field, for every way of input,', () => {
  for (const it_ of identifierCases) {
    const { text, guess, picked, type, value } = it_;
    it(`reads ${JSON.stringify(text.slice(0, 40))} in ${picked ?? guess} as ${value?.slice(0, 40) ?? 'no identifier'}`, async () => {
      for (const [way, enter] of Object.entries(byHand)) await check(way, enter, it_, identifierTypes);
      const others = Object.entries(byItself).filter(([way]) => !picked || !comesFirst.includes(way));
      if (picked) for (const [way, enter] of others) await check(way, enter, it_, identifierTypes);
      else {
        const everywhere = others.flatMap((way) => [identifierTypes, [type]].map((types) => [...way, types] as const));
        await Promise.all(everywhere.map(([way, enter, types]) => check(way, enter, it_, types)));
      }
    });
  }
});
