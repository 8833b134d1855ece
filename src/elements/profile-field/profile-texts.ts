import { interpolate, msg } from '../../localization/messages.ts';
import type { Fault } from './check-value.ts';

/** Labels of the standard claims. */
const labels: Readonly<Record<string, () => string>> = {
  name: () => msg('Name', { id: 'profile.name' }),
  avatar: () => msg('Avatar', { id: 'profile.avatar' }),
  fullname: () => msg('Full name', { id: 'profile.fullname' }),
  givenName: () => msg('First name', { id: 'profile.givenName' }),
  middleName: () => msg('Middle name', { id: 'profile.middleName' }),
  familyName: () => msg('Last name', { id: 'profile.familyName' }),
  nickname: () => msg('Nickname', { id: 'profile.nickname' }),
  profile: () => msg('Profile', { id: 'profile.profile' }),
  website: () => msg('Website', { id: 'profile.website' }),
  gender: () => msg('Gender', { id: 'profile.gender' }),
  birthdate: () => msg('Birthdate', { id: 'profile.birthdate' }),
  zoneinfo: () => msg('Time zone', { id: 'profile.zoneinfo' }),
  locale: () => msg('Locale', { id: 'profile.locale' }),
  address: () => msg('Address', { id: 'profile.address.formatted' }),
  'address.formatted': () => msg('Address', { id: 'profile.address.formatted' }),
  'address.streetAddress': () => msg('Street address', { id: 'profile.address.streetAddress' }),
  'address.locality': () => msg('City', { id: 'profile.address.locality' }),
  'address.region': () => msg('State/Province', { id: 'profile.address.region' }),
  'address.postalCode': () => msg('Zip code', { id: 'profile.address.postalCode' }),
  'address.country': () => msg('Country', { id: 'profile.address.country' }),
};

const genders: Readonly<Record<string, () => string>> = {
  female: () => msg('Female', { id: 'profile.gender_options.female' }),
  male: () => msg('Male', { id: 'profile.gender_options.male' }),
  prefer_not_to_say: () => msg('Prefer not to say', { id: 'profile.gender_options.prefer_not_to_say' }),
};

const ownText = (texts: Readonly<Record<string, () => string>>, name: string): string | undefined =>
  Object.hasOwn(texts, name) ? texts[name]?.() : undefined;

/** Label of a field: the tenant's, otherwise ours; the name itself when there is neither. */
export const labelText = (name: string, label = ''): string => label || ownText(labels, name) || name;

/** Label with "(Optional)" where the field is not required. */
export function markedLabel(label: string, required: boolean): string {
  return required ? label : interpolate(msg('{{label}} (Optional)', { id: 'input.label_with_optional' }), { label });
}

/** Label of an option. */
export const optionText = (value: string, label = ''): string => label || ownText(genders, value) || value;

export function requiredText(label: string): string {
  return interpolate(msg('{{types, list(type: disjunction;)}} is required', { id: 'error.general_required' }), {
    types: [label],
  });
}

/** Error text for a fault of the field with this label. */
export function faultText(fault: Fault, label: string): string {
  switch (fault.kind) {
    case 'required':
      return requiredText(label);
    case 'invalid':
      return interpolate(msg('The {{types, list(type: disjunction;)}} is invalid', { id: 'error.general_invalid' }), {
        types: [label],
      });
    case 'length': {
      const { min: minLength, max: maxLength } = fault;
      return interpolate(lengthText(minLength, maxLength), { minLength, maxLength });
    }
    case 'range': {
      const { min: minValue, max: maxValue } = fault;
      return interpolate(rangeText(minValue, maxValue), { minValue, maxValue });
    }
  }
}

function lengthText(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return msg('Use at least {{minLength}} characters', { id: 'sie.profile.min_length' });
  if (min === undefined) return msg('Use at most {{maxLength}} characters', { id: 'sie.profile.max_length' });
  return msg('The length of the input value should be between {{minLength}} and {{maxLength}}', {
    id: 'error.invalid_min_max_length',
  });
}

function rangeText(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return msg('Enter a number of {{minValue}} or more', { id: 'sie.profile.min_value' });
  if (min === undefined) return msg('Enter a number of {{maxValue}} or less', { id: 'sie.profile.max_value' });
  return msg('The input value should be between {{minValue}} and {{maxValue}}', { id: 'error.invalid_min_max_input' });
}
