import type { PasswordPolicy } from '../client/schemas/password-policy.ts';
import { hasEnoughKinds, isLongEnough } from '../flow/policy/passwords.ts';
import { capitalized } from '../localization/capitalized.ts';
import { msg, plural } from '../localization/words.ts';

/** One thing that the tenant asks of a new password. */
export interface PasswordRule {
  readonly text: string;
  readonly isMet: boolean;
}

/** What the tenant asks of a password, as far as a page can tell, and what of it this one does. Empty where nearly all will do. */
export function passwordRules(password: string, policy: PasswordPolicy): readonly PasswordRule[] {
  const { length, characterTypes } = policy;
  return [
    // A password of three kinds of characters has three characters.
    ...(length.min > characterTypes.min ? [{ text: lengthText(length.min), isMet: isLongEnough(password, policy) }] : []),
    ...(characterTypes.min > 1 ? [{ text: kindsText(characterTypes.min), isMet: hasEnoughKinds(password, policy) }] : []),
  ];
}

const lengthText = (count: number): string =>
  capitalized(
    plural(count, {
      one: msg('requires a minimum of {{count}} character', { id: 'description.password_requirement.length_one' }),
      two: msg('requires a minimum of {{count}} characters', { id: 'description.password_requirement.length_two' }),
      few: msg('requires a minimum of {{count}} characters', { id: 'description.password_requirement.length_few' }),
      many: msg('requires a minimum of {{count}} characters', { id: 'description.password_requirement.length_many' }),
      other: msg('requires a minimum of {{count}} characters', { id: 'description.password_requirement.length_other' }),
    }),
  );

const kindsText = (count: number): string =>
  capitalized(
    plural(count, {
      one: msg('should contain at least {{count}} type of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_one',
      }),
      two: msg('should contain at least {{count}} types of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_two',
      }),
      few: msg('should contain at least {{count}} types of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_few',
      }),
      many: msg('should contain at least {{count}} types of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_many',
      }),
      other: msg('should contain at least {{count}} types of uppercase letters, lowercase letters, digits, and symbols', {
        id: 'description.password_requirement.character_types_other',
      }),
    }),
  );
