import { hostileTenant } from './hostile-tenant.ts';
import { type Tenant, tenantGuard } from './tenant.ts';

type Settings = Tenant['signInExperience'];

/** A named state of the tenant, made from the one the demo starts with. */
export interface Preset {
  /** One line for the list of presets. */
  readonly description: string;
  apply(tenant: Tenant): Tenant;
}

/** Changes settings only. Written as JSON, as an administrator's tool would send it, hence the guard. */
const settings = (description: string, patch: Partial<Record<keyof Settings, unknown>>): Preset => ({
  description,
  apply: (tenant) => tenantGuard.parse({ ...tenant, signInExperience: { ...tenant.signInExperience, ...patch } }),
});

const method = (identifier: string, password: boolean, verificationCode: boolean): unknown => ({
  identifier,
  password,
  verificationCode,
  isPasswordPrimary: password,
});

const manyConnectors = Array.from({ length: 40 }, (_, index) => {
  const number = String(index + 1).padStart(2, '0');

  return { target: `provider-${number}`, name: { en: `Provider ${number}`, 'zh-CN': `服务商 ${number}` } };
});

const customCss = `
:root { --sie-brand: #b3261e; }
.logto_main-content { background: #fff8e1; border: 2px dashed #b3261e; }
.logto_branding-header { letter-spacing: 0.08em; }
button[type='submit'] { border-radius: 0; }
`;

export const presets = {
  default: { description: 'Every way in that the page has', apply: (tenant) => tenant },
  'password-only': settings('Password for each identifier, no codes', {
    signIn: { methods: [method('username', true, false), method('email', true, false), method('phone', true, false)] },
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
  'many-connectors': {
    description: 'Forty social connectors beside the working ones',
    apply: (tenant) => ({
      ...tenant,
      decoyConnectors: manyConnectors,
      signInExperience: {
        ...tenant.signInExperience,
        socialSignInConnectorTargets: [
          ...tenant.signInExperience.socialSignInConnectorTargets,
          ...manyConnectors.map(({ target }) => target),
        ],
      },
    }),
  },
  'manual-terms': settings('Terms must be agreed to before anything', { agreeToTermsPolicy: 'Manual' }),
  'registration-terms': settings('Terms must be agreed to by new accounts', {
    agreeToTermsPolicy: 'ManualRegistrationOnly',
  }),
  'no-terms': settings('No terms and no privacy policy', { termsOfUseUrl: null, privacyPolicyUrl: null }),
  'sign-in-only': settings('No new accounts', { signInMode: 'SignIn' }),
  'register-only': settings('New accounts only', { signInMode: 'Register' }),
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
  'password-expired': settings('Every password is too old', {
    passwordExpiration: { enabled: true, validPeriodDays: 1, enabledAt: 0 },
  }),
  dark: settings('Colours that differ much between light and dark', {
    color: { primaryColor: '#004d40', isDarkModeEnabled: true, darkPrimaryColor: '#ffd54f' },
  }),
  'light-only': settings('Dark mode switched off', {
    color: { primaryColor: '#3d5afe', isDarkModeEnabled: false, darkPrimaryColor: '#8c9eff' },
  }),
  'pale-brand': settings('A brand colour too pale for white text', {
    color: { primaryColor: '#fff59d', isDarkModeEnabled: true, darkPrimaryColor: '#fff9c4' },
  }),
  'custom-css': settings('CSS of the tenant', { customCss }),
  'custom-phrases': {
    description: 'Some words changed, and Klingon added',
    apply: (tenant) => ({
      ...tenant,
      customPhrases: {
        en: { action: { sign_in: 'Come on in' } },
        'zh-CN': { action: { sign_in: '请进' } },
        'tlh-001': { action: { sign_in: 'yI’el' } },
      },
    }),
  },
  arabic: settings('Arabic for everyone', { languageInfo: { autoDetect: false, fallbackLanguage: 'ar' } }),
  hostile: { description: 'Markup and scripts wherever a string can be', apply: hostileTenant },
  captcha: {
    description: 'A captcha is asked for',
    apply: (tenant) =>
      tenantGuard.parse({
        ...tenant,
        captcha: { type: 'Turnstile', siteKey: 'demo-site-key' },
        signInExperience: { ...tenant.signInExperience, captchaPolicy: { enabled: true } },
      }),
  },
  'older-server': {
    description: 'Settings as an old server sends them',
    apply: (tenant) => ({ ...tenant, distortion: 'older-server' }),
  },
  'malformed-entries': {
    description: 'One connector, one method and one factor nobody understands',
    apply: (tenant) => ({ ...tenant, distortion: 'malformed-entries' }),
  },
  unusable: { description: 'Settings of no use', apply: (tenant) => ({ ...tenant, distortion: 'unusable' }) },
} satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as readonly PresetName[];
