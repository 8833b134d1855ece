import { method, type Preset, recoveryByCode, settings } from './preset.ts';

/** What passwords and usernames must be like, and how passwords are won back. */
export const passwordPresets = {
  recovery: settings('Forgotten passwords can be reset by code', recoveryByCode),
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
} satisfies Record<string, Preset>;
