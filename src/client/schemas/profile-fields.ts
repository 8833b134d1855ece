import { isPattern } from '../../shared/is-pattern.ts';
import type { Report } from '../received.ts';
import type { Settings } from './settings.ts';
import {
  distinct,
  fields,
  flag,
  group,
  natural,
  oneOf,
  or,
  type Out,
  type Read,
  type Rules,
  silent,
  some,
  text,
  textThat,
  value,
} from './tolerant.ts';

const number = value('number', (it): it is number => typeof it === 'number' && Number.isFinite(it));
const placeholder = or(text, undefined);

const pattern = textThat('regular expression', isPattern);

/** Of two controls with one name, one would be lost. */
const byName = ({ name }: { readonly name: string }): string => name;

const common = {
  /** Name of a claim, or of custom data. */
  name: text,
  /** `''` where the tenant gave none: a built-in name has a word of its own. */
  label: or(text, ''),
  description: or(text, null),
  required: flag,
};

/** A field of one type, with its options. */
const field = <const Type extends string, const Config extends Rules>(type: Type, config: Config) =>
  fields({ ...common, type: oneOf([type]), config: group(config) });

/** One of several types of fields. */
function anyOf<const R extends Rules>(types: R): Read<Out<R[keyof R]>> {
  const typed = fields({ type: oneOf(Object.keys(types)) });
  return (value, where, report) => {
    const read = types[typed(value, where, report).type] as Read<Out<R[keyof R]>>;
    return read(value, where, report);
  };
}

const simple = {
  /** Lengths in characters. */
  Text: field('Text', { placeholder, minLength: or(natural, undefined), maxLength: or(natural, undefined) }),
  Number: field('Number', { placeholder, minValue: or(number, undefined), maxValue: or(number, undefined) }),
  /** Letters of Unicode TR 35 (`dd/MM/yyyy`); `format` is `custom` where `customFormat` counts. */
  Date: field('Date', { placeholder, format: or(text, 'yyyy-MM-dd'), customFormat: or(text, undefined) }),
  Checkbox: field('Checkbox', { defaultValue: or(oneOf(['true', 'false']), 'false') }),
  Select: field('Select', {
    placeholder,
    options: distinct(some(fields({ value: text, label: or(text, undefined) })), (option) => option.value),
  }),
  Url: field('Url', { placeholder }),
  /** Source of a regular expression; without a valid one of at most 2,000 characters, any text is accepted. */
  Regex: field('Regex', { placeholder, format: or(pattern, undefined) }),
};

const part = anyOf(simple);

const enabled = group({ enabled: flag });

/** The parts that the tenant asks for. */
const parts = distinct(
  some((value, where, report) => (enabled(value, where, report).enabled ? part(value, where, report) : undefined)),
  byName,
);

const profileField = anyOf({
  ...simple,
  Address: field('Address', { parts }),
  Fullname: field('Fullname', { parts }),
});

/** A field of the tenant's to fill in at sign-up: `type` says which, `config` has its options. */
export type ProfileField = ReturnType<typeof profileField>;
/** A part of an address or of a full name, a field of its own. */
export type ProfileFieldPart = ReturnType<typeof part>;

/** Guards the fields to fill in at sign-up, in their order. Those of a type that is new to this page are left out. */
export function readProfileFields({ customProfileFields }: Settings, report: Report = silent): readonly ProfileField[] {
  return distinct(some(profileField), byName)(customProfileFields, 'customProfileFields', report);
}
