import {
  builtInCustomProfileFieldKeys,
  jsonObjectGuard,
  nameAndAvatarGuard,
  reservedBuiltInProfileKeyGuard,
  reservedCustomDataKeyGuard,
  signInIdentifierKeyGuard,
  userProfileGuard,
} from '@logto/schemas';

import { ApiError } from './api-error.ts';
import type { StagedProfile } from './experience-interaction.ts';
import type { CustomProfileField, Tenant } from './tenant.ts';
import type { User } from './users.ts';

/** The fields a new account is asked for, in their order: those the tenant chose, else the whole catalogue. */
export const signUpFields = ({ customProfileFields, signInExperience }: Tenant): readonly CustomProfileField[] => {
  const chosen = signInExperience.signUpProfileFields;

  return chosen === null
    ? customProfileFields
    : chosen.flatMap(({ name }) => customProfileFields.filter((field) => field.name === name));
};

const reserved = [
  ['custom_profile_fields.name_conflict_built_in_prop', reservedBuiltInProfileKeyGuard],
  ['custom_profile_fields.name_conflict_sign_in_identifier', signInIdentifierKeyGuard],
  ['custom_profile_fields.name_conflict_custom_data', reservedCustomDataKeyGuard],
] as const;

/**
 * Sorts the values of the custom profile fields into standard claims and data of the tenant's own. Their lengths, patterns and
 * options are not looked at: the real server leaves that to the page.
 * @throws ApiError `custom_profile_fields.name_conflict_…` (400); ZodError for a claim of the wrong type.
 */
export const parseExtraProfile = (
  values: Readonly<Record<string, unknown>>,
): Pick<StagedProfile, 'avatar' | 'customData' | 'name' | 'profile'> => {
  for (const [code, guard] of reserved) {
    const conflicts = Object.keys(guard.parse(values));

    if (conflicts.length > 0) {
      throw new ApiError(code, { values: { name: conflicts.join(', ') } });
    }
  }

  const builtIn: ReadonlySet<string> = new Set(builtInCustomProfileFieldKeys);
  const { name, avatar } = nameAndAvatarGuard.parse(values);

  return {
    ...(name === undefined ? {} : { name }),
    ...(avatar === undefined ? {} : { avatar }),
    profile: userProfileGuard.parse(values),
    customData: jsonObjectGuard.parse(Object.fromEntries(Object.entries(values).filter(([key]) => !builtIn.has(key)))),
  };
};

const holds = (source: unknown, key: string): boolean => {
  const value: unknown = typeof source === 'object' && source !== null ? Reflect.get(source, key) : undefined;

  return value !== undefined && value !== null;
};

const keysOf = (field: CustomProfileField): readonly string[] =>
  field.name === 'fullname' ? (field.config.parts ?? []).map(({ name }) => name) : [field.name];

/** Whether a field is still to be answered. After the form was sent, an empty answer to an optional field will do. */
export const lacksExtraProfile = (tenant: Tenant, profile: StagedProfile, user: User | undefined): boolean => {
  const sources = [user, user?.profile, user?.customData, profile, profile.profile, profile.customData];

  return signUpFields(tenant)
    .filter(({ required }) => required || profile.submitted !== true)
    .flatMap(keysOf)
    .some((key) => !sources.some((source) => holds(source, key)));
};
