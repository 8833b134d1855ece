import { dateFormat } from './check-value.ts';
import { isPickable } from './date-format.ts';
import type { InputSpec } from './profile-spec.ts';

/** What browsers know about a person, by our names (HTML, "Autofill field names"). */
const tokens: Readonly<Record<string, string>> = {
  name: 'name',
  givenName: 'given-name',
  middleName: 'additional-name',
  familyName: 'family-name',
  nickname: 'nickname',
  website: 'url',
  gender: 'sex',
  birthdate: 'bday',
  locale: 'language',
  'address.streetAddress': 'street-address',
  'address.locality': 'address-level2',
  'address.region': 'address-level1',
  'address.postalCode': 'postal-code',
  'address.country': 'country-name',
};

/** Undefined where browsers have nothing to offer. */
export function autocompleteOf(name: string): string | undefined {
  return Object.hasOwn(tokens, name) ? tokens[name] : undefined;
}

/** How the input of a field is typed into; Select and Checkbox have controls of their own. */
export interface TypingAttributes {
  readonly type: 'text' | 'date';
  readonly inputmode?: 'decimal' | 'text' | 'url';
  /** Written from left to right on every page, without help for prose. */
  readonly isCode: boolean;
}

export function typingAttributes({ type, config }: Pick<InputSpec, 'type' | 'config'>): TypingAttributes {
  switch (type) {
    case 'Number':
      // Keyboards of phones for decimals often have no minus.
      return { type: 'text', inputmode: (config.minValue ?? 0) < 0 ? 'text' : 'decimal', isCode: true };
    case 'Url':
      return { type: 'text', inputmode: 'url', isCode: true };
    case 'Date':
      return { type: isPickable(dateFormat(config)) ? 'date' : 'text', isCode: true };
    default:
      return { type: 'text', isCode: false };
  }
}
