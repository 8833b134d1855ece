import type { IdentifierType, Settings, SocialConnector } from '../client/schemas/settings.ts';
import type { NativeBridge } from '../platform/native-bridge.ts';
import { digitsOf, plainText } from '../shared/characters.ts';
import { begunText, detectType, identifierTypes } from '../shared/identifier.ts';
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

/** What this tenant offers this person, decided: what screens ask instead of reading settings. */
export interface SignInOptions extends FirstScreen {
  readonly terms: TermsDisplay;
  /** The same on the screen for people without an account. */
  readonly registerTerms: TermsDisplay;
  /** Accounts can be used here, besides being made. */
  readonly canSignIn: boolean;
  /** Identifiers to make an account with; none where accounts are not made here, or by providers alone. */
  readonly signUp: readonly IdentifierType[];
  /** Identifiers to replace a lost password with; none where it cannot be. */
  readonly recovery: readonly IdentifierType[];
  /** Enterprise SSO can be chosen. */
  readonly sso: boolean;
  /** Those that work in this browser or web view, in the tenant's order. */
  readonly connectors: readonly SocialConnector[];
  methodsFor(type: IdentifierType): Methods;
  /**
   * To fill in before the person types: what they typed before, else the app's hint.
   * @param types what the form takes; by default what the sign-in screen does
   */
  knownIdentifier(types?: readonly IdentifierType[]): KnownIdentifier | undefined;
  /** Where the tenant wants people without a session to begin; else where the person came from, for a way back. */
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
      // Any page that links here is a referrer, so the tenant's own address comes first.
      return settings.unknownSessionRedirectUrl ?? parseWebUrl(appUrl)?.href;
    },
  };
}

/** An identifier known beforehand; of some hints only the person or a numbering plan can tell what they are. */
export interface KnownIdentifier {
  readonly type?: IdentifierType | undefined;
  /** A phone number as digits with the country code, without a plus. */
  readonly value: string;
}

/** What the app says about who signs in (`login_hint`), where the form takes such an identifier. The field reads what it means. */
export function hintedIdentifier(hint: string | undefined, types: readonly IdentifierType[]): KnownIdentifier | undefined {
  const text = begunText(hint ?? '');
  const type = detectType(text, identifierTypes);
  // Digits without a plus may be a number of the person's own country, or a username.
  const isOpen = type === 'phone' && !text.startsWith('+');
  if (!hint || !type || !(types.includes(type) || (isOpen && types.includes('username')))) return undefined;
  // Links have more to say than can be told here, as have a second plus and punctuation in a number.
  if (text !== plainText(hint) || (type === 'phone' && /(?!^)\+|[^\p{Nd}+ .-]/u.test(text))) return { value: hint };
  if (type !== 'phone') return { type, value: text };
  return isOpen ? { value: digitsOf(text) } : { type, value: digitsOf(text) };
}
