import type { IdentifierType, Settings, SocialConnector, SsoConnector } from '../../client/schemas/settings.ts';
import type { NativeBridge } from '../../platform/native-bridge.ts';

// What the tenant's settings allow. Pure functions; part of the first screen, so nothing here may import more than types.

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

/** What the sign-in screen offers. */
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

/** Accounts can be made on this page. */
export const canRegister = ({ signInMode }: Settings): boolean => signInMode !== 'SignIn';

/** Accounts can be used on this page, besides being made. */
export const canSignIn = ({ signInMode }: Settings): boolean => signInMode !== 'Register';

/** An account can be made with an identifier of this type alone. */
export function canRegisterWith(settings: Settings, type: IdentifierType): boolean {
  const { identifiers, secondaryIdentifiers } = settings.signUp;
  const asked = [...identifiers, ...secondaryIdentifiers.map(({ identifier }) => identifier)];
  return canRegister(settings) && (asked.includes(type) || (type !== 'username' && asked.includes('emailOrPhone')));
}

/** Identifiers that a tenant may still ask for once it is known who somebody is; the last stands for either of two. */
export type MissingIdentifier = IdentifierType | 'emailOrPhone';

/** Identifiers that a lost password can be replaced with; empty where it cannot. */
export const recoveryTypes = ({ forgotPassword: { email, phone } }: Settings): readonly ('email' | 'phone')[] => [
  ...(email ? (['email'] as const) : []),
  ...(phone ? (['phone'] as const) : []),
];

/** The enterprise SSO connectors that this page may offer; none where the tenant turned them off. */
export const ssoConnectors = ({ singleSignOnEnabled, ssoConnectors: connectors }: Settings): readonly SsoConnector[] =>
  singleSignOnEnabled ? connectors : [];

/** Those with these ids that the settings know, in the order of the settings. */
export const ssoConnectorsWith = (settings: Settings, ids: readonly string[]): readonly SsoConnector[] => {
  const wanted = new Set(ids);
  return ssoConnectors(settings).filter(({ id }) => wanted.has(id));
};

type Environment = Pick<NativeBridge, 'callbackLink' | 'universal' | 'nativeTargets'> | undefined;

/** The social connectors that work in this browser or web view: one for each target, in the tenant's order. */
export function usableConnectors(settings: Settings, native: Environment): readonly SocialConnector[] {
  const nativeTargets = new Set(native?.nativeTargets);
  /** Lower is better; undefined: does not work here. */
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

/** What a person agrees to the terms for. */
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

/** A person must agree before this may start. */
export const agreementNeeded = (settings: Settings, agreement: Agreement): boolean =>
  (agreement === 'register' ? registerTerms : signInTerms)(settings) === 'checkbox';
