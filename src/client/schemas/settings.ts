import type { Report } from '../received.ts';
import { identifierTypes } from './identifier.ts';
import {
  dictionary,
  fields,
  flag as boolean,
  group,
  list,
  natural,
  object,
  oneOf,
  or,
  type Read,
  text,
  textThat,
} from './tolerant.ts';
import { imageUrl, webUrl } from './url.ts';

export type { IdentifierType, InteractionEvent } from './identifier.ts';

const flag = or(boolean, false);
const on = or(boolean, true);
const count = (fallback: number) => or(natural, fallback);
const some = <Value>(rule: Read<Value>) => or(list(rule), []);
const color = or(
  textThat('hex colour', (value) => /^#([0-9a-f]{3}){1,2}$/i.test(value)),
  undefined,
);
const email = textThat('e-mail address', (value) => /^[^\s@]+@[^\s@]+$/.test(value));
const image = or(imageUrl, undefined);
const link = or(webUrl, null);
const identifierType = oneOf(identifierTypes);

const signInMethod = fields({
  identifier: identifierType,
  password: flag,
  verificationCode: flag,
  /** Of the two, the password is asked for first. */
  isPasswordPrimary: flag,
});

const secondaryIdentifier = fields({
  identifier: oneOf(['username', 'email', 'phone', 'emailOrPhone']),
  verify: flag,
});

const socialConnector = fields({
  /** Database id, the one in URLs. */
  id: text,
  /** The provider (`google`, `dingtalk`); several connectors may share one, for different platforms. */
  target: text,
  /** Name by language tag. */
  name: or(dictionary(text), {}),
  /** http(s) or data URL; `''` when there is none to show. */
  logo: or(imageUrl, ''),
  logoDark: or(imageUrl, null),
  /** Where the connector works; `null` is anywhere. */
  platform: or(oneOf(['Native', 'Universal', 'Web']), null),
});

const ssoConnector = fields({
  id: text,
  /** Display name in the language asked for. */
  connectorName: or(text, ''),
  logo: or(imageUrl, ''),
  darkLogo: image,
});

const mfaFactor = oneOf(['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode']);

const mfaPolicy = oneOf([
  'UserControlled',
  'Mandatory',
  'PromptOnlyAtSignIn',
  'PromptAtSignInAndSignUp',
  'NoPrompt',
  'PromptAtSignInAndSignUpMandatory',
  'PromptOnlyAtSignInMandatory',
]);

const profileField = fields({
  /** Name of a claim or of custom data. */
  name: text,
  type: oneOf(['Text', 'Number', 'Date', 'Checkbox', 'Select', 'Url', 'Regex', 'Address', 'Fullname']),
  label: or(text, ''),
  description: or(text, null),
  required: flag,
  /** Options by type, unguarded here: read by the policy of each type. */
  config: or(object, {}),
});

const settings = fields({
  signInMode: or(oneOf(['SignIn', 'Register', 'SignInAndRegister']), 'SignInAndRegister'),
  /** The one part without which a body is no settings at all. */
  signIn: fields({
    /** In order of preference; empty when only connectors sign in. */
    methods: list(signInMethod),
  }),
  signUp: group({
    /** Empty when only connectors sign up. */
    identifiers: some(identifierType),
    password: flag,
    verify: flag,
    secondaryIdentifiers: some(secondaryIdentifier),
  }),
  forgotPassword: group({ phone: flag, email: flag }),

  socialSignIn: group({ automaticAccountLinking: flag, skipRequiredIdentifiers: flag }),
  /** Order of the social buttons. */
  socialSignInConnectorTargets: some(text),
  socialConnectors: some(socialConnector),
  singleSignOnEnabled: flag,
  ssoConnectors: some(ssoConnector),
  googleOneTap: or(
    fields({
      clientId: text,
      connectorId: text,
      isEnabled: flag,
      autoSelect: flag,
      closeOnTapOutside: flag,
      itpSupport: flag,
    }),
    undefined,
  ),

  /** A colour that is absent is the theme's own. */
  color: group({ primaryColor: color, isDarkModeEnabled: flag, darkPrimaryColor: color }),
  branding: group({ logoUrl: image, darkLogoUrl: image, favicon: image, darkFavicon: image }),
  hideLogtoBranding: flag,
  customCss: or(text, null),
  languageInfo: group({ autoDetect: on, fallbackLanguage: or(text, 'en') }),

  termsOfUseUrl: link,
  privacyPolicyUrl: link,
  agreeToTermsPolicy: or(oneOf(['Automatic', 'ManualRegistrationOnly', 'Manual']), 'Automatic'),
  supportEmail: or(email, null),
  supportWebsiteUrl: link,
  unknownSessionRedirectUrl: link,

  passwordPolicy: group({
    length: group({ min: count(8), max: count(256) }),
    characterTypes: group({ min: count(1) }),
    rejects: group({ pwned: on, repetitionAndSequence: on, userInfo: on, words: some(text) }),
  }),
  usernamePolicy: group({
    caseSensitive: on,
    minLength: count(1),
    maxLength: count(128),
    allowedChars: group({ lowercase: on, uppercase: on, numbers: on, underscore: on }),
  }),
  mfa: group({
    factors: some(mfaFactor),
    policy: or(mfaPolicy, 'NoPrompt'),
    organizationRequiredMfaPolicy: or(oneOf(['NoPrompt', 'Mandatory']), 'NoPrompt'),
  }),
  passkeySignIn: group({ enabled: flag, showPasskeyButton: flag, allowAutofill: flag }),
  trustedDevice: group({ enabled: flag, durationDays: count(30) }),
  captchaPolicy: group({ enabled: flag }),
  captchaConfig: or(
    fields({
      type: oneOf(['RecaptchaEnterprise', 'Turnstile']),
      siteKey: text,
      /** Where reCAPTCHA loads from; one of the two hosts the page's policy allows. */
      domain: or(oneOf(['www.google.com', 'recaptcha.net']), undefined),
      mode: or(oneOf(['invisible', 'checkbox']), 'invisible'),
    }),
    undefined,
  ),

  /** What to ask for at sign-up, in order. */
  customProfileFields: some(profileField),
  isDevelopmentTenant: flag,
});

/** The sign-in experience as the tenant set it up, guarded: the server's own fields, defaults filled, unknown ones left out. */
export type Settings = ReturnType<typeof settings>;
export type SignInMethod = Settings['signIn']['methods'][number];
export type SocialConnector = Settings['socialConnectors'][number];
export type SsoConnector = Settings['ssoConnectors'][number];
export type ProfileField = Settings['customProfileFields'][number];
export type MfaFactor = ReturnType<typeof mfaFactor>;

/**
 * Guards settings. Optional ones that are absent are off (older servers), malformed ones take their default and are reported.
 * Throws when the body is no settings at all: not an object, or without `signIn.methods`.
 */
export function readSettings(body: unknown, report: Report): Settings {
  return settings(body, '', report);
}
