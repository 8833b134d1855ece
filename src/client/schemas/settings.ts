import type { Report } from '../received.ts';
import { identifierTypes } from './identifier.ts';
import { dictionary, distinct, fields, flag, group, list, on, oneOf, or, some, text, textThat, unread } from './tolerant.ts';
import { imageUrl, webUrl } from './url.ts';

export type { IdentifierType, InteractionEvent } from './identifier.ts';

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

const byIdentifier = ({ identifier }: { readonly identifier: string }): string => identifier;
const byId = ({ id }: { readonly id: string }): string => id;

const settings = fields({
  signInMode: or(oneOf(['SignIn', 'Register', 'SignInAndRegister']), 'SignInAndRegister'),
  /** The one part without which a body is no settings at all. */
  signIn: fields({
    /** In order of preference; empty when only connectors sign in. */
    methods: distinct(list(signInMethod), byIdentifier),
  }),
  signUp: group({
    /** Empty when only connectors sign up. */
    identifiers: distinct(some(identifierType)),
    password: flag,
    verify: flag,
    secondaryIdentifiers: distinct(some(secondaryIdentifier), byIdentifier),
  }),
  forgotPassword: group({ phone: flag, email: flag }),

  socialSignIn: group({ automaticAccountLinking: flag, skipRequiredIdentifiers: flag }),
  /** Order of the social buttons. */
  socialSignInConnectorTargets: distinct(some(text)),
  socialConnectors: distinct(some(socialConnector), byId),
  singleSignOnEnabled: flag,
  ssoConnectors: distinct(some(ssoConnector), byId),

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

  passkeySignIn: group({ enabled: flag, showPasskeyButton: flag, allowAutofill: flag }),
  captchaPolicy: group({ enabled: flag }),
  isDevelopmentTenant: flag,

  // As the server sent them: each has a reader of its own, beside the code that needs it, so that the first screen carries none.
  /** See `readCaptcha`. */
  captchaConfig: unread,
  /** See `readGoogleOneTap`. */
  googleOneTap: unread,
  /** See `readPasswordPolicy`. */
  passwordPolicy: unread,
  /** See `readUsernamePolicy`. */
  usernamePolicy: unread,
  /** See `readProfileFields`. */
  customProfileFields: unread,
});

/** The sign-in experience as the tenant set it up, guarded: the server's own fields, defaults filled, unknown ones left out. */
export type Settings = ReturnType<typeof settings>;
export type SignInMethod = Settings['signIn']['methods'][number];
export type SocialConnector = Settings['socialConnectors'][number];
export type SsoConnector = Settings['ssoConnectors'][number];

/**
 * Guards settings. Optional ones that are absent are off (older servers), malformed ones take their default and are reported.
 * Throws when the body is no settings at all: not an object, or without `signIn.methods`.
 */
export function readSettings(body: unknown, report: Report): Settings {
  return settings(body, '', report);
}
