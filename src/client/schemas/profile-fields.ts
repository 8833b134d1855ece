import * as z from 'zod/mini';
import { isPattern } from '../../shared/is-pattern.ts';
import {
  flag,
  lenient,
  listOrEmpty,
  natural,
  number,
  object,
  optional,
  parse,
  parseOr,
  pass,
  type Report,
  type Schema,
  section,
  textThat,
} from '../../shared/schema.ts';
import type { Settings } from './settings.ts';

const placeholder = optional(z.string());

const pattern = textThat('regular expression', isPattern);

/** Of two controls with one name, one would be lost. */
const byName = ({ name }: { readonly name: string }): string => name;

const common = {
  /** Name of a claim, or of custom data. */
  name: z.string(),
  /** `''` where the tenant gave none: a built-in name has a word of its own. */
  label: lenient(z.string(), ''),
  description: lenient(z.string(), null),
  required: flag,
};

/** A field of one type, with its options. */
const field = <const Type extends string, const Config extends z.core.$ZodLooseShape>(type: Type, config: Config) =>
  object({ ...common, type: z.enum([type]), config: section(config) });

const simple = {
  /** Lengths in characters. */
  Text: field('Text', { placeholder, minLength: optional(natural), maxLength: optional(natural) }),
  Number: field('Number', { placeholder, minValue: optional(number), maxValue: optional(number) }),
  /** Letters of Unicode TR 35 (`dd/MM/yyyy`); `format` is `custom` where `customFormat` counts. */
  Date: field('Date', { placeholder, format: lenient(z.string(), 'yyyy-MM-dd'), customFormat: optional(z.string()) }),
  Checkbox: field('Checkbox', { defaultValue: lenient(z.enum(['true', 'false']), 'false') }),
  Select: field('Select', {
    placeholder,
    options: listOrEmpty(object({ value: z.string(), label: optional(z.string()) }), (option) => option.value),
  }),
  Url: field('Url', { placeholder }),
  /** Source of a regular expression; without a valid one of at most 2,000 characters, any text is accepted. */
  Regex: field('Regex', { placeholder, format: optional(pattern) }),
};

/** One of several types of fields. z.discriminatedUnion would do it too, and weighs 0.7 kB (brotli) in the first file. */
function anyOf<const Types extends Readonly<Record<string, Schema<unknown>>>>(
  types: Types,
): Schema<z.output<Types[keyof Types]>> {
  const typed = object({ type: z.enum(Object.keys(types)) });
  const schemas = new Map(Object.entries(types));
  return z.transform((value, context) => {
    const schema = schemas.get(parseOr(typed, value)?.type ?? '');
    return pass(schema ?? typed, value, context) as z.output<Types[keyof Types]>;
  });
}

const part = anyOf(simple);
const enabled = section({ enabled: flag });

/** A part that the tenant asks for; undefined for one that is switched off. */
const enabledPart: Schema<ProfileFieldPart | undefined> = z.transform((value, context) =>
  pass(enabled, value, context).enabled ? pass(part, value, context) : undefined,
);

const parts = listOrEmpty(enabledPart, byName);

const profileField = anyOf({
  ...simple,
  Address: field('Address', { parts }),
  Fullname: field('Fullname', { parts }),
});

/** A field of the tenant's to fill in at sign-up: `type` says which, `config` has its options. */
export type ProfileField = z.output<typeof profileField>;
/** A part of an address or of a full name, a field of its own. */
export type ProfileFieldPart = z.output<typeof part>;

const profileFields = listOrEmpty(profileField, byName);

/** The fields to fill in at sign-up, in their order. Those of a type that is new to this page are left out. */
export function readProfileFields({ customProfileFields }: Settings, report?: Report): readonly ProfileField[] {
  return parse(profileFields, customProfileFields, { where: 'customProfileFields', report });
}
