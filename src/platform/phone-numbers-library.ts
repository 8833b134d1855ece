import { type CountryCode, getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/core';
// Built with scripts/phone-metadata-plugin.js, which leaves out the formatting rules (half of the weight, unused here).
import metadata from 'libphonenumber-js/min/metadata';
import type { PhoneNumber, PhoneNumbers } from '../shared/read-phone.ts';

const known = new Set<string>(getCountries(metadata));
const isKnown = (country: string): country is CountryCode => known.has(country);

/** `PhoneNumbers` by libphonenumber. A chunk of its own: import it through `loadPhoneNumbers`. */
export const phoneNumbers: PhoneNumbers = {
  countries: () => [...known],

  callingCode: (country) => (isKnown(country) ? getCountryCallingCode(country, metadata) : undefined),

  mainCountry: (callingCode) =>
    (metadata.country_calling_codes as Record<string, CountryCode[] | undefined>)[callingCode]?.find(isKnown),

  parse(text, country) {
    const asWritten = parse(text, country);
    if (!/^\s*00/.test(text)) return asWritten;
    // 00 is how most of the world dials +, also in countries whose own prefix is another (011 in the US), and in those where it begins
    // prefixes of carriers: 0057 321… is of Colombia, and not of Russia by 005.
    const withPlus = text.replace(/^\s*00/, '+');
    const number = parse(withPlus, country);
    if (!number || number.valid) return number ?? asWritten;
    // A longer prefix (0011 in Australia, 001 in Korea) is one where no number of the code 1 or 7 is as long.
    const mayBeLonger = number.callingCode.length === 1 && !isPossible(withPlus);
    return mayBeLonger && asWritten?.valid && !asWritten.nationalNumber.startsWith('00') ? asWritten : number;
  },
};

function parse(text: string, country: string): PhoneNumber | undefined {
  const number = find(text, country);
  return (number?.valid ? undefined : withoutOldPrefix(country, number)) ?? number;
}

/**
 * Mexico: the prefixes of mobile phones (1 from abroad, 044 and 045 at home) and of trunk calls (01) were given up in 2019 and still stand in address books
 * (https://www.itu.int/oth/T020200008A/en). The library has them no more.
 */
function withoutOldPrefix(country: string, number: PhoneNumber | undefined): PhoneNumber | undefined {
  if (number?.callingCode !== '52' && country !== 'MX') return undefined;
  const [, subscriber] = /^(?:00)?(?:52)?(?:1|01|04[45])(\d{10})$/.exec(number?.digits ?? '') ?? [];
  const found = subscriber ? find(`+52${subscriber}`, 'MX') : undefined;
  return found?.valid ? found : undefined;
}

const isPossible = (text: string): boolean =>
  parsePhoneNumberFromString(text, { extract: false }, metadata)?.isPossible() ?? false;

function find(text: string, country: string): PhoneNumber | undefined {
  const options = isKnown(country) ? { defaultCountry: country, extract: false } : { extract: false };
  const found = parsePhoneNumberFromString(text, options, metadata);
  return (
    found && {
      digits: found.number.slice(1),
      callingCode: found.countryCallingCode,
      nationalNumber: found.nationalNumber,
      country: found.country ?? phoneNumbers.mainCountry(found.countryCallingCode),
      valid: found.isValid(),
    }
  );
}
