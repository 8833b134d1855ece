import { method, type Preset, settings } from './preset.ts';
import { everyProfileField, optionalProfileFields } from './profile-fields.ts';

const recoveryByCode = { forgotPasswordMethods: ['EmailVerificationCode', 'PhoneVerificationCode'] };

/** What new accounts must have, and how passwords are won back. */
export const accountPresets = {
  'account-linking': settings('Social accounts are linked to related accounts without asking', {
    socialSignIn: { automaticAccountLinking: true, skipRequiredIdentifiers: true },
  }),
  'strict-profile': settings('Accounts need username, address and password', {
    signUp: {
      identifiers: ['username'],
      password: true,
      verify: true,
      secondaryIdentifiers: [{ identifier: 'emailOrPhone', verify: true }],
    },
    socialSignIn: { automaticAccountLinking: false, skipRequiredIdentifiers: false },
  }),
  recovery: settings('Forgotten passwords can be reset by code', {
    forgotPasswordMethods: ['EmailVerificationCode', 'PhoneVerificationCode'],
  }),
  'recovery-by-email': settings('Forgotten passwords can be reset by e-mail only', {
    forgotPasswordMethods: ['EmailVerificationCode'],
  }),
  'password-expired': settings('Every password is too old, and can be reset', {
    ...recoveryByCode,
    passwordExpiration: { enabled: true, validPeriodDays: 1, enabledAt: 0 },
  }),
  'password-expires': settings('Passwords live for 90 days; nobody but "expired" has an older one', {
    ...recoveryByCode,
    passwordExpiration: { enabled: true, validPeriodDays: 90 },
  }),
  'password-needed': settings('New accounts need an address and a password', {
    signUp: { identifiers: ['email', 'phone'], password: true, verify: true },
    socialSignIn: { automaticAccountLinking: false, skipRequiredIdentifiers: false },
  }),
  'password-needed-recovery': settings('New accounts need an address and a password, which can be reset', {
    ...recoveryByCode,
    signUp: { identifiers: ['email', 'phone'], password: true, verify: true },
  }),
  'username-and-phone': settings('New accounts need a username, a phone number and no password', {
    signUp: {
      identifiers: ['username'],
      password: false,
      verify: true,
      secondaryIdentifiers: [{ identifier: 'phone', verify: true }],
    },
    socialSignIn: { automaticAccountLinking: false, skipRequiredIdentifiers: false },
  }),
  'email-needed': settings('New accounts need an e-mail address, also those from social connectors', {
    signUp: { identifiers: ['email'], password: false, verify: true },
    socialSignIn: { automaticAccountLinking: false, skipRequiredIdentifiers: false },
  }),
  'password-policy': settings('Passwords of 10 characters, three kinds of them, without "acme"', {
    signUp: { identifiers: ['username'], password: true, verify: false },
    passwordPolicy: { length: { min: 10, max: 64 }, characterTypes: { min: 3 }, rejects: { words: ['acme'] } },
  }),
  'username-policy': settings('Usernames of 4 to 12 lower-case letters and digits', {
    signIn: { methods: [method('username', true, false)] },
    signUp: { identifiers: ['username'], password: true, verify: false },
    usernamePolicy: {
      caseSensitive: true,
      minLength: 4,
      maxLength: 12,
      allowedChars: { lowercase: true, uppercase: false, numbers: true, underscore: false },
    },
  }),
  'email-blocklist': settings('No e-mails at blocked.example, at throw-away hosts, or with a plus', {
    emailBlocklistPolicy: {
      blockSubaddressing: true,
      blockDisposableAddresses: true,
      customBlocklist: ['@blocked.example', 'mallory@example.com'],
    },
  }),
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
  'email-quota': settings('The quota of e-mails is used up', {}, { emailQuota: 'used-up' }),
} satisfies Record<string, Preset>;
