import * as z from 'zod/mini';
import { isEmail } from '../../shared/identifier.ts';
import {
  flag,
  imageUrl,
  itself,
  lenient,
  listOf,
  listOrEmpty,
  object,
  on,
  optional,
  parse,
  recordOf,
  type Report,
  section,
  textThat,
  webUrl,
} from '../../shared/schema.ts';
import { identifierTypes, missingIdentifiers } from './identifier.ts';

export type { IdentifierType, InteractionEvent } from './identifier.ts';

const color = optional(textThat('hex colour', (value) => /^#([0-9a-f]{3}){1,2}$/i.test(value)));
const email = textThat('e-mail address', isEmail);
const image = optional(imageUrl);
const link = lenient(webUrl, null);
/** A section that is read where it is needed, not with the first screen. */
const unread = optional(z.unknown());
const identifierType = z.enum(identifierTypes);

const signInMethod = object({
  identifier: identifierType,
  password: flag,
  verificationCode: flag,
  /** Of the two, the password is asked for first. */
  isPasswordPrimary: flag,
});

const secondaryIdentifier = object({
  identifier: z.enum(missingIdentifiers),
  verify: flag,
});

const socialConnector = object({
  /** Database id, the one in URLs. */
  id: z.string(),
  /** The provider (`google`, `dingtalk`); several connectors may share one, for different platforms. */
  target: z.string(),
  /** Name by language tag. */
  name: lenient(recordOf(z.string()), {}),
  /** http(s) or data URL; `''` when there is none to show. */
  logo: lenient(imageUrl, ''),
  logoDark: lenient(imageUrl, null),
  /** Where the connector works; `null` is anywhere. */
  platform: lenient(z.enum(['Native', 'Universal', 'Web']), null),
});

const ssoConnector = object({
  id: z.string(),
  /** Display name in the language asked for. */
  connectorName: lenient(z.string(), ''),
  logo: lenient(imageUrl, ''),
  darkLogo: image,
});

const byIdentifier = ({ identifier }: { readonly identifier: string }): string => identifier;
const byId = ({ id }: { readonly id: string }): string => id;

const settings = object({
  signInMode: lenient(z.enum(['SignIn', 'Register', 'SignInAndRegister']), 'SignInAndRegister'),
  /** The one part without which a body is no settings at all. */
  signIn: object({
    /** In order of preference; empty when only connectors sign in. */
    methods: listOf(signInMethod, byIdentifier),
  }),
  signUp: section({
    /** Empty when only connectors sign up. */
    identifiers: listOrEmpty(identifierType, itself),
    password: flag,
    verify: flag,
    secondaryIdentifiers: listOrEmpty(secondaryIdentifier, byIdentifier),
  }),
  forgotPassword: section({ phone: flag, email: flag }),

  socialSignIn: section({ automaticAccountLinking: flag, skipRequiredIdentifiers: flag }),
  /** Order of the social buttons. */
  socialSignInConnectorTargets: listOrEmpty(z.string(), itself),
  socialConnectors: listOrEmpty(socialConnector, byId),
  singleSignOnEnabled: flag,
  ssoConnectors: listOrEmpty(ssoConnector, byId),

  /** A colour that is absent is the theme's own. */
  color: section({ primaryColor: color, isDarkModeEnabled: flag, darkPrimaryColor: color }),
  branding: section({ logoUrl: image, darkLogoUrl: image, favicon: image, darkFavicon: image }),
  hideLogtoBranding: flag,
  customCss: lenient(z.string(), null),
  languageInfo: section({ autoDetect: on, fallbackLanguage: lenient(z.string(), 'en') }),

  termsOfUseUrl: link,
  privacyPolicyUrl: link,
  agreeToTermsPolicy: lenient(z.enum(['Automatic', 'ManualRegistrationOnly', 'Manual']), 'Automatic'),
  supportEmail: lenient(email, null),
  supportWebsiteUrl: link,
  unknownSessionRedirectUrl: link,

  passkeySignIn: section({ enabled: flag, showPasskeyButton: flag, allowAutofill: flag }),
  captchaPolicy: section({ enabled: flag }),
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
export type Settings = z.output<typeof settings>;
export type SignInMethod = Settings['signIn']['methods'][number];
export type SocialConnector = Settings['socialConnectors'][number];
export type SsoConnector = Settings['ssoConnectors'][number];

/**
 * Guards settings. Optional ones that are absent are off (older servers), malformed ones take their default and are reported.
 * Throws when the body is no settings at all: not an object, or without `signIn.methods`.
 */
export function readSettings(body: unknown, report: Report): Settings {
  return parse(settings, body, { report });
}
