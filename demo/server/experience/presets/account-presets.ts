import { type Preset, recoveryByCode, settings } from './preset.ts';

/** What new accounts must have. */
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
  'password-needed': settings('New accounts need an address and a password', {
    signUp: { identifiers: ['email', 'phone'], password: true, verify: true },
    socialSignIn: { automaticAccountLinking: false, skipRequiredIdentifiers: false },
  }),
  'password-needed-recovery': settings('New accounts need an address and a password, which can be reset', {
    ...recoveryByCode,
    signUp: { identifiers: ['email', 'phone'], password: true, verify: true },
  }),
  'username-and-phone': settings('New accounts need a username, a phone number and a password', {
    signUp: {
      identifiers: ['username'],
      password: true,
      verify: true,
      secondaryIdentifiers: [{ identifier: 'phone', verify: true }],
    },
    socialSignIn: { automaticAccountLinking: false, skipRequiredIdentifiers: false },
  }),
  'email-needed': settings('New accounts need an e-mail address, also those from social connectors', {
    signUp: { identifiers: ['email'], password: false, verify: true },
    socialSignIn: { automaticAccountLinking: false, skipRequiredIdentifiers: false },
  }),
  'email-blocklist': settings('No e-mails at blocked.example, at throw-away hosts, or with a plus', {
    emailBlocklistPolicy: {
      blockSubaddressing: true,
      blockDisposableAddresses: true,
      customBlocklist: ['@blocked.example', 'mallory@example.com'],
    },
  }),
} satisfies Record<string, Preset>;
