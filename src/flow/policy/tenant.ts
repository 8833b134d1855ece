import type { IdentifierType, Settings, SocialConnector, SsoConnector } from '../../client/schemas/settings.ts';
import type { NativeBridge } from '../../platform/native-bridge.ts';

// Evaluates the tenant's settings with pure functions. Part of the first chunk, so this module may import types only.

/** How an identifier of one type may sign in. */
export interface Methods {
  readonly password: boolean;
  readonly code: boolean;
  readonly passwordFirst: boolean;
}

export function methodsFor(settings: Settings, type: IdentifierType): Methods {
  const method = settings.signIn.methods.find(({ identifier }) => identifier === type);
  const password = method?.password ?? false;
  const code = type !== 'username' && (method?.verificationCode ?? false);
  return { password, code, passwordFirst: password && (!code || (method?.isPasswordPrimary ?? false)) };
}

/** Identifier types a person may sign in with, in the tenant's order. */
export const signInTypes = (settings: Settings): readonly IdentifierType[] =>
  settings.signIn.methods
    .filter(({ password, verificationCode }) => password || verificationCode)
    .map(({ identifier }) => identifier);

/** The form of the sign-in screen. */
export interface FirstScreen {
  /** `password`: identifier and password together; `identifier`: identifier first; `none`: no form at all. */
  readonly form: 'password' | 'identifier' | 'none';
  readonly types: readonly IdentifierType[];
}

export function firstScreen(settings: Settings): FirstScreen {
  const types = signInTypes(settings);
  if (types.length === 0) return { form: 'none', types };
  const passkeyFirst = settings.passkeySignIn.enabled && !settings.passkeySignIn.showPasskeyButton;
  const onlyPasswords = settings.signIn.methods.every(({ password, verificationCode }) => password && !verificationCode);
  return { form: onlyPasswords && !passkeyFirst ? 'password' : 'identifier', types };
}

export const signUpTypes = (settings: Settings): readonly IdentifierType[] => settings.signUp.identifiers;

/** Accounts can be created on this page. */
export const canRegister = ({ signInMode }: Settings): boolean => signInMode !== 'SignIn';

/** People can sign in to existing accounts on this page. */
export const canSignIn = ({ signInMode }: Settings): boolean => signInMode !== 'Register';

/** An account can be created with an identifier of this type alone. */
export function canRegisterWith(settings: Settings, type: IdentifierType): boolean {
  const { identifiers, secondaryIdentifiers } = settings.signUp;
  const asked = [...identifiers, ...secondaryIdentifiers.map(({ identifier }) => identifier)];
  return canRegister(settings) && (asked.includes(type) || (type !== 'username' && asked.includes('emailOrPhone')));
}

/** Identifier types for password recovery; empty if there is none. */
export const recoveryTypes = ({ forgotPassword: { email, phone } }: Settings): readonly ('email' | 'phone')[] => [
  ...(email ? (['email'] as const) : []),
  ...(phone ? (['phone'] as const) : []),
];

/** The enterprise SSO connectors of the tenant; none if they are turned off. */
export const ssoConnectors = ({ singleSignOnEnabled, ssoConnectors: connectors }: Settings): readonly SsoConnector[] =>
  singleSignOnEnabled ? connectors : [];

/** The enterprise SSO connectors with these ids, in the order of the settings. Unknown ids are ignored. */
export const ssoConnectorsWith = (settings: Settings, ids: readonly string[]): readonly SsoConnector[] => {
  const wanted = new Set(ids);
  return ssoConnectors(settings).filter(({ id }) => wanted.has(id));
};

type Environment = Pick<NativeBridge, 'callbackLink' | 'universal' | 'nativeTargets'> | undefined;

/** The social connectors that work in this browser or web view: one for each target, in the tenant's order. */
export function usableConnectors(settings: Settings, native: Environment): readonly SocialConnector[] {
  const nativeTargets = new Set(native?.nativeTargets);
  /** Lower is better; undefined: does not work in this environment. */
  const rank = ({ platform, target }: SocialConnector): number | undefined => {
    if (!native) return platform === 'Native' ? undefined : platform === 'Web' ? 0 : 1;
    if (platform === 'Native') return nativeTargets.has(target) ? 0 : undefined;
    if (platform === 'Universal') return native.universal && native.callbackLink ? 1 : undefined;
    return undefined;
  };
  const best = new Map<string, SocialConnector>();
  for (const connector of settings.socialConnectors) {
    const here = rank(connector);
    if (here === undefined) continue;
    const known = best.get(connector.target);
    if (!known || here < (rank(known) ?? Infinity)) best.set(connector.target, connector);
  }
  const order = settings.socialSignInConnectorTargets;
  // If a target is listed twice, the first position counts.
  const places = new Map(order.map((target, index) => [target, index] as const).reverse());
  const place = ({ target }: SocialConnector) => places.get(target) ?? order.length;
  return [...best.values()].sort((one, other) => place(one) - place(other));
}

/** The action that needs agreement to the terms. */
export type Agreement = 'sign-in' | 'register';

/** How a first screen presents the terms. */
export type TermsDisplay = 'checkbox' | 'sentence' | 'links' | 'none';

const hasTerms = ({ termsOfUseUrl, privacyPolicyUrl }: Settings) => Boolean(termsOfUseUrl ?? privacyPolicyUrl);

export function signInTerms(settings: Settings): TermsDisplay {
  if (!hasTerms(settings)) return 'none';
  if (settings.agreeToTermsPolicy === 'Manual') return 'checkbox';
  return settings.agreeToTermsPolicy === 'Automatic' ? 'sentence' : 'links';
}

export function registerTerms(settings: Settings): TermsDisplay {
  if (!hasTerms(settings)) return 'none';
  return settings.agreeToTermsPolicy === 'Automatic' ? 'sentence' : 'checkbox';
}

/** Whether agreement to the terms is required before this starts. */
export const agreementNeeded = (settings: Settings, agreement: Agreement): boolean =>
  (agreement === 'register' ? registerTerms : signInTerms)(settings) === 'checkbox';
