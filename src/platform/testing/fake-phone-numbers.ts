import type { PhoneNumber, PhoneNumbers } from '../phone-numbers.ts';

const plans: Readonly<Record<string, { code: string; length: number }>> = {
  CN: { code: '86', length: 11 },
  US: { code: '1', length: 10 },
  CA: { code: '1', length: 10 },
};

/** `PhoneNumbers` of three countries and no finesse, for tests that are not about phone numbers. */
export const fakePhoneNumbers: PhoneNumbers = {
  countries: () => Object.keys(plans),
  callingCode: (country) => plans[country]?.code,
  mainCountry: (callingCode) => Object.keys(plans).find((country) => plans[country]?.code === callingCode),
  parse(text, country): PhoneNumber | undefined {
    const digits = text.replace(/\D/g, '');
    const international = text.trim().startsWith('+');
    const owner = international ? Object.keys(plans).find((key) => digits.startsWith(plans[key]?.code ?? '?')) : country;
    const plan = plans[owner ?? ''];
    if (!plan || !digits) return undefined;
    const nationalNumber = international ? digits.slice(plan.code.length) : digits;
    const valid = nationalNumber.length === plan.length;
    return { digits: plan.code + nationalNumber, callingCode: plan.code, nationalNumber, country: owner, valid };
  },
};
