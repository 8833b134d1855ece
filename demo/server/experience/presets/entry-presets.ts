import { method, type Preset, settings } from './preset.ts';

/** Ways in, and the terms before them. */
export const entryPresets = {
  default: { description: 'Every way in that the page has', apply: (tenant) => tenant },
  'password-only': settings('Password for each identifier, no codes', {
    signIn: { methods: [method('username', true, false), method('email', true, false), method('phone', true, false)] },
    signUp: { identifiers: ['username'], password: true, verify: false },
  }),
  'code-only': settings('One-time codes, no passwords', {
    signIn: { methods: [method('email', false, true), method('phone', false, true)] },
  }),
  'username-only': settings('Username and password alone', {
    signIn: { methods: [method('username', true, false)] },
    signUp: { identifiers: ['username'], password: true, verify: false },
    socialSignInConnectorTargets: [],
  }),
  'social-only': settings('No form at all', {
    signIn: { methods: [] },
    signUp: { identifiers: [], password: false, verify: false },
  }),
  'manual-terms': settings('Terms must be agreed to before anything', { agreeToTermsPolicy: 'Manual' }),
  'registration-terms': settings('Terms must be agreed to by new accounts', {
    agreeToTermsPolicy: 'ManualRegistrationOnly',
  }),
  'no-terms': settings('No terms and no privacy policy', { termsOfUseUrl: null, privacyPolicyUrl: null }),
  'sign-in-only': settings('No new accounts', { signInMode: 'SignIn' }),
  'register-only': settings('New accounts only', { signInMode: 'Register' }),
} satisfies Record<string, Preset>;
