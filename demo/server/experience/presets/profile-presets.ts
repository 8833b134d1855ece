import { type Preset, settings } from './preset.ts';
import { everyProfileField, optionalProfileFields } from './profile-fields.ts';

/** Fields of the tenant that new accounts are asked for. */
export const profilePresets = {
  'profile-fields': settings('New accounts are asked for fields of every type', {}, { customProfileFields: everyProfileField }),
  'optional-profile-fields': settings(
    'New accounts are asked for fields they may leave empty',
    {},
    { customProfileFields: optionalProfileFields },
  ),
  'chosen-profile-fields': settings(
    'Two fields of the catalogue, in an order of their own',
    { signUpProfileFields: [{ name: 'company' }, { name: 'birthdate' }] },
    { customProfileFields: everyProfileField },
  ),
  'avatar-storage-missing': settings(
    'Avatars are asked for but cannot be kept',
    {},
    { customProfileFields: everyProfileField, avatarStorage: 'missing' },
  ),
  'avatar-storage-failing': settings(
    'Avatars are asked for but lost on the way to the storage',
    {},
    { customProfileFields: everyProfileField, avatarStorage: 'failing' },
  ),
} satisfies Record<string, Preset>;
