import { googleOneTapConfigGuard } from '@logto/connector-kit';
import {
  brandingGuard,
  CaptchaType,
  CustomProfileFields,
  partialColorGuard,
  RecaptchaEnterpriseMode,
  SignInExperiences,
  SsoConnectors,
} from '@logto/schemas';
import { z } from 'zod';

import { distortionNames } from './distortions.ts';

const lookGuard = z.object({
  branding: brandingGuard.optional(),
  color: partialColorGuard.optional(),
  customCss: z.string().optional(),
});

/** A field new accounts are asked for, beyond identifiers and password. */
const customProfileFieldGuard = CustomProfileFields.guard;

export type CustomProfileField = z.infer<typeof customProfileFieldGuard>;

/** Everything an administrator may set: the sign-in experience and what belongs to it. All of it is plain JSON. */
export const tenantGuard = z.object({
  signInExperience: SignInExperiences.guard,
  /** By language tag; laid over the built-in phrases, or making up a language of its own. */
  customPhrases: z.record(z.record(z.unknown())),
  /** Looks by client id. Those of third-party applications are ignored. */
  applications: z.record(lookGuard.extend({ isThirdParty: z.boolean().optional() })),
  /** Looks by organization id. */
  organizations: z.record(lookGuard),
  ssoConnectors: z.array(SsoConnectors.guard),
  /** The captcha provider as the page learns about it; null: none is set up. */
  captcha: z
    .object({
      type: z.nativeEnum(CaptchaType),
      siteKey: z.string(),
      domain: z.string().optional(),
      mode: z.nativeEnum(RecaptchaEnterpriseMode).optional(),
    })
    .nullable(),
  /** The catalogue; `signUpProfileFields` of the settings picks from it. */
  customProfileFields: z.array(customProfileFieldGuard),
  /** What becomes of uploaded avatars: kept, refused for want of a storage, or lost on the way to it. */
  avatarStorage: z.enum(['working', 'missing', 'failing']),
  /** Whether any more e-mails may be sent this month. */
  emailQuota: z.enum(['open', 'used-up']),
  /** How One Tap is to behave where there is a Google connector; null: there is none to the page. */
  googleOneTap: googleOneTapConfigGuard.nullable(),
  /** Social connectors of no use but to be looked at, beside the working ones. */
  decoyConnectors: z.array(z.object({ target: z.string(), name: z.object({ en: z.string() }).catchall(z.string()) })),
  /** Spoils the settings on their way out, as an old or broken server would. */
  distortion: z.enum(distortionNames).nullable(),
});

export type Tenant = z.infer<typeof tenantGuard>;

/** An enterprise connector as an administrator set it up. */
export type SsoConnectorEntry = Tenant['ssoConnectors'][number];

const logo = (ink: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 92 32" width="92" height="32"><rect width="32" height="32" rx="9" fill="#3d5afe"/><path d="M9 21l7-12 7 12z" fill="#fff"/><text x="42" y="22" font-family="system-ui,sans-serif" font-size="18" font-weight="600" textLength="50" fill="${ink}">Acme</text></svg>`,
  )}`;

/**
 * The tenant the demo starts with. Recovery is off and a new account needs neither a password nor, when it comes from a
 * social connector, an address: so every way in that the page has can be walked to its end.
 */
export const defaultTenant: Tenant = tenantGuard.parse({
  signInExperience: {
    tenantId: 'default',
    id: 'default',
    color: { primaryColor: '#3d5afe', isDarkModeEnabled: true, darkPrimaryColor: '#8c9eff' },
    branding: { logoUrl: logo('#15171f'), darkLogoUrl: logo('#f4f5fa') },
    hideLogtoBranding: false,
    languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
    termsOfUseUrl: 'https://example.com/terms',
    privacyPolicyUrl: 'https://example.com/privacy',
    agreeToTermsPolicy: 'Automatic',
    signIn: {
      methods: [
        { identifier: 'phone', password: true, verificationCode: true, isPasswordPrimary: false },
        { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: true },
        { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true },
      ],
    },
    signUp: { identifiers: ['email', 'phone'], password: false, verify: true },
    socialSignIn: { automaticAccountLinking: false, skipRequiredIdentifiers: true },
    socialSignInConnectorTargets: ['dingtalk', 'alipay'],
    signInMode: 'SignInAndRegister',
    customCss: null,
    customContent: {},
    customUiAssets: null,
    customUiCsp: {},
    passwordPolicy: {},
    mfa: { factors: [], policy: 'NoPrompt' },
    adaptiveMfa: { enabled: false },
    trustedDevice: {},
    singleSignOnEnabled: false,
    supportEmail: 'support@example.com',
    supportWebsiteUrl: 'https://example.com/support',
    unknownSessionRedirectUrl: null,
    captchaPolicy: { enabled: false },
    sentinelPolicy: { maxAttempts: 5, lockoutDuration: 10 },
    emailBlocklistPolicy: {},
    verificationCodePolicy: {},
    forgotPasswordMethods: [],
    passkeySignIn: { enabled: false, showPasskeyButton: false, allowAutofill: false },
    signUpProfileFields: null,
    passwordExpiration: { enabled: false },
    usernamePolicy: {
      caseSensitive: true,
      minLength: 1,
      maxLength: 128,
      allowedChars: { lowercase: true, uppercase: true, numbers: true, underscore: true },
    },
  },
  customPhrases: {},
  applications: {},
  organizations: {
    north: {
      branding: {},
      color: { primaryColor: '#00796b', darkPrimaryColor: '#4db6ac' },
    },
  },
  ssoConnectors: [],
  captcha: null,
  customProfileFields: [],
  avatarStorage: 'working',
  emailQuota: 'open',
  googleOneTap: null,
  decoyConnectors: [],
  distortion: null,
} satisfies Record<keyof Tenant, unknown>);
