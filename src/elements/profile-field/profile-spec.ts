/** Types of fields with one control. */
export type InputType = 'Text' | 'Number' | 'Date' | 'Checkbox' | 'Select' | 'Url' | 'Regex';

/** Options of a control; which ones apply depends on its type. */
export interface InputConfig {
  readonly placeholder?: string | undefined;
  /** In characters. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
  /** Of a date: a pattern of Unicode TR 35 (https://www.unicode.org/reports/tr35/tr35-dates.html#Date_Format_Patterns), or `custom` for `customFormat`. Of a Regex: its source. */
  readonly format?: string | undefined;
  readonly customFormat?: string | undefined;
  readonly options?: readonly { readonly value: string; readonly label?: string | undefined }[] | undefined;
  readonly defaultValue?: string | undefined;
}

interface Common {
  /** Name of the claim, or of the custom data. */
  readonly name: string;
  /** `''` when the tenant gave none. */
  readonly label: string;
  readonly description: string | null;
  readonly required: boolean;
}

/** A field with one control. */
export interface InputSpec extends Common {
  readonly type: InputType;
  readonly config: InputConfig;
}

/** A field of several parts: those that the tenant asks for. */
export interface GroupSpec extends Common {
  readonly type: 'Address' | 'Fullname';
  readonly config: { readonly parts: readonly InputSpec[] };
}

/** A field of the sign-up form, with the names and shapes of the server's `customProfileFields`. */
export type ProfileSpec = InputSpec | GroupSpec;

export const isGroup = (field: ProfileSpec): field is GroupSpec => field.type === 'Address' || field.type === 'Fullname';

/** Texts of the controls, by their names. */
export type ProfileTexts = Readonly<Record<string, string>>;

/** The text of one control; safe for names such as `constructor`, which every object inherits. */
export const textOf = (texts: ProfileTexts, name: string): string | undefined =>
  Object.hasOwn(texts, name) ? texts[name] : undefined;

/** Interface of every profile element for the surrounding form. */
export interface ProfileControl extends HTMLElement {
  /** The error text; empty for none. The form clears it when the person types. */
  error: string;
  /** Reads the current texts of the controls, also when they were filled in without events. */
  read(): ProfileTexts;
  /** Validates the current texts and shows the error. Returns whether they are valid. */
  validate(): boolean;
}

/** Name of the control of a part: parts of a full name are claims of their own, those of an address are properties of it. */
export function partName({ type, name }: GroupSpec, part: InputSpec): string {
  return type === 'Address' ? `${name}.${part.name}` : part.name;
}

/** Values as the server accepts them. */
export type ProfileValues = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/**
 * The request body for the server: a text for every field, also when it is empty; the parts of a full name as properties of their
 * own, those of an address inside it. An address is formatted from its parts.
 */
export function profileValues(fields: readonly ProfileSpec[], texts: ProfileTexts): ProfileValues {
  const valueOf = (name: string): string => textOf(texts, name) ?? '';
  const entries = fields.flatMap((field): (readonly [string, ProfileValues[string]])[] => {
    if (!isGroup(field)) return [[field.name, valueOf(field.name)]];
    const parts = field.config.parts.map((part) => [part.name, valueOf(partName(field, part))] as const);
    if (field.type === 'Fullname' || parts.length === 0) return parts;
    const formatted = parts
      .map(([, text]) => text)
      .filter(Boolean)
      .join(', ');
    return [[field.name, { formatted, ...Object.fromEntries(parts) }]];
  });
  return Object.fromEntries(entries);
}
