/** What can be typed or chosen in one control. */
export type InputType = 'Text' | 'Number' | 'Date' | 'Checkbox' | 'Select' | 'Url' | 'Regex';

/** Options of a control; each type knows its own. */
export interface InputConfig {
  readonly placeholder?: string | undefined;
  /** In characters. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minValue?: number | undefined;
  readonly maxValue?: number | undefined;
  /** Of a date: letters of Unicode TR 35, or `custom` where `customFormat` counts. Of a Regex: its source. */
  readonly format?: string | undefined;
  readonly customFormat?: string | undefined;
  readonly options?: readonly { readonly value: string; readonly label?: string | undefined }[] | undefined;
  readonly defaultValue?: string | undefined;
}

interface Common {
  /** Name of a claim, or of custom data. */
  readonly name: string;
  /** `''` where the tenant gave none. */
  readonly label: string;
  readonly description: string | null;
  readonly required: boolean;
}

/** A field with one control. */
export interface InputSpec extends Common {
  readonly type: InputType;
  readonly config: InputConfig;
}

/** A field of several parts, those that the tenant asks for. */
export interface GroupSpec extends Common {
  readonly type: 'Address' | 'Fullname';
  readonly config: { readonly parts: readonly InputSpec[] };
}

/** What a tenant asks for at sign-up, with the names and shapes of the server's `customProfileFields`. */
export type ProfileSpec = InputSpec | GroupSpec;

export const isGroup = (field: ProfileSpec): field is GroupSpec => field.type === 'Address' || field.type === 'Fullname';

/** What stands in the controls, by their names. */
export type ProfileTexts = Readonly<Record<string, string>>;

/** The text of one control; names that every object has are names like others. */
export const textOf = (texts: ProfileTexts, name: string): string | undefined =>
  Object.hasOwn(texts, name) ? texts[name] : undefined;

/** What the elements of a profile have in common for the form around them. */
export interface ProfileControl extends HTMLElement {
  /** What is wrong; empty for nothing. Whoever hears of typing empties it. */
  error: string;
  /** What stands in the controls now, also when it was filled in without events. */
  read(): ProfileTexts;
  /** Checks what stands there, says what is wrong, and tells whether nothing is. */
  validate(): boolean;
}

/** Name of the control of a part: parts of a full name are claims of their own, those of an address belong to it. */
export function partName({ type, name }: GroupSpec, part: InputSpec): string {
  return type === 'Address' ? `${name}.${part.name}` : part.name;
}
