import type { IdentifierType, Settings, SocialConnector } from '../client/schemas/settings.ts';
import type { NativeBridge } from '../platform/native-bridge.ts';
import { digitsOf, plainText } from '../shared/characters.ts';
import { begunText, detectType, identifierTypes, type KnownIdentifier } from '../shared/identifier.ts';
import { parseWebUrl } from '../shared/web-address.ts';
import type { Memory } from './memory.ts';
import {
  canRegister,
  canSignIn,
  type FirstScreen,
  firstScreen,
  type Methods,
  methodsFor,
  recoveryTypes,
  registerTerms,
  signInTerms,
  signUpTypes,
  ssoConnectors,
  type TermsDisplay,
  usableConnectors,
} from './policy/tenant.ts';

/** The sign-in options of this tenant in this environment, so that screens need not read the settings. */
export interface SignInOptions extends FirstScreen {
  readonly terms: TermsDisplay;
  /** The same for the registration screen. */
  readonly registerTerms: TermsDisplay;
  /** People can sign in to existing accounts here. */
  readonly canSignIn: boolean;
  /** People can create accounts here, perhaps only through providers. */
  readonly canRegister: boolean;
  /** Identifier types for registration; none if there is no registration, or only by providers. */
  readonly signUp: readonly IdentifierType[];
  /** Identifier types for password recovery; none if there is no recovery. */
  readonly recovery: readonly IdentifierType[];
  /** Whether there is enterprise SSO. */
  readonly sso: boolean;
  /** Those that work in this browser or web view, in the tenant's order. */
  readonly connectors: readonly SocialConnector[];
  methodsFor(type: IdentifierType): Methods;
  /**
   * The initial value of an identifier field: what the person typed before, else the app's hint.
   * @param types what the form takes; by default what the sign-in screen does
   */
  knownIdentifier(types?: readonly IdentifierType[]): KnownIdentifier | undefined;
  /** The tenant's address for people without a session; else the page that the person came from. */
  appUrl(): string | undefined;
}

export function createSignInOptions(options: {
  readonly settings: Settings;
  readonly memory: Memory;
  readonly native?: NativeBridge | undefined;
}): SignInOptions {
  const { settings, memory, native } = options;
  const screen = firstScreen(settings);
  return {
    ...screen,
    terms: signInTerms(settings),
    registerTerms: registerTerms(settings),
    canSignIn: canSignIn(settings),
    canRegister: canRegister(settings),
    signUp: canRegister(settings) ? signUpTypes(settings) : [],
    recovery: recoveryTypes(settings),
    sso: ssoConnectors(settings).length > 0,
    connectors: usableConnectors(settings, native),
    methodsFor: (type) => methodsFor(settings, type),
    knownIdentifier(types = screen.types) {
      const typed = memory.identifier();
      if (typed && types.includes(typed.type)) return typed;
      return hintedIdentifier(memory.session().loginHint, types);
    },
    appUrl() {
      const { appUrl } = memory.session();
      // Any page can be the referrer, so the tenant's own address comes first.
      return settings.unknownSessionRedirectUrl ?? parseWebUrl(appUrl)?.href;
    },
  };
}

/** The app's `login_hint`, if the form accepts such an identifier. The field determines its type. */
export function hintedIdentifier(hint: string | undefined, types: readonly IdentifierType[]): KnownIdentifier | undefined {
  const text = begunText(hint ?? '');
  const type = detectType(text, identifierTypes);
  // Digits without a plus may be a number of the person's own country, or a username.
  const isOpen = type === 'phone' && !text.startsWith('+');
  if (!hint || !type || !(types.includes(type) || (isOpen && types.includes('username')))) return undefined;
  // Leave the type of ambiguous text to the field: links, and numbers with a second plus or punctuation.
  if (text !== plainText(hint) || (type === 'phone' && /(?!^)\+|[^\p{Nd}+ .-]/u.test(text))) return { value: hint };
  if (type !== 'phone') return { type, value: text };
  return isOpen ? { value: digitsOf(text) } : { type, value: digitsOf(text) };
}
