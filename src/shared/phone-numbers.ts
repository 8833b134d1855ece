/** What the world knows about phone numbers, as a port: the library behind it is loaded late. */

/** ISO 3166-1 alpha-2 code, upper case, plus the few that numbering plans add (AC, TA, XK). */
export type Country = string;

export interface PhoneNumber {
  /** E.164 digits without the plus, country calling code first: what the server takes. */
  readonly digits: string;
  /** Calling code without the plus: '86'. */
  readonly callingCode: string;
  /** The rest of the digits, without a trunk prefix. */
  readonly nationalNumber: string;
  /** Whose number it is; undefined for shared global codes (+800, +870 …). */
  readonly country: Country | undefined;
  /** True when the digits fit the numbering plan of the country. */
  readonly valid: boolean;
}

export interface PhoneNumbers {
  /** Every country with a numbering plan of its own, in no particular order. */
  countries(): readonly Country[];
  /** Calling code without the plus; undefined for an unknown country. */
  callingCode(country: Country): string | undefined;
  /** The main country of a calling code: '1' → 'US'. Undefined for codes that are incomplete, unknown or of no country. */
  mainCountry(callingCode: string): Country | undefined;
  /**
   * Reads a number as people write it: spaces, dashes, brackets, `+86…`, `0086…`, trunk 0, the digits of any script.
   * Without a calling code it is taken as a number of `country`. Undefined when there is no number in the text.
   */
  parse(text: string, country: Country): PhoneNumber | undefined;
}
