import type { IdentifierType, Settings, SocialConnector } from '../client/schemas/settings.ts';
import type { NativeBridge } from '../platform/native-bridge.ts';
import type { Memory } from './memory.ts';
import { usableConnectors } from './policy/connectors.ts';
import { type FirstScreen, firstScreen } from './policy/first-screen.ts';
import { hintedIdentifier } from './policy/login-hint.ts';
import { methodsFor, type Methods } from './policy/methods.ts';
import { isWebUrl } from './policy/redirects.ts';
import { signInTerms, type TermsDisplay } from './policy/terms.ts';
import type { Identifier } from './steps.ts';

/** What this tenant offers this person, decided: what screens ask instead of reading settings. */
export interface Offer extends FirstScreen {
  readonly terms: TermsDisplay;
  /** Those that work in this browser or web view, in the tenant's order. */
  readonly connectors: readonly SocialConnector[];
  methodsFor(type: IdentifierType): Methods;
  /** To fill in before the person types: what they typed before, else the app's hint. */
  knownIdentifier(): Identifier | undefined;
  /** Where the person came from, for a way back. */
  appUrl(): string | undefined;
}

export function createOffer(options: {
  readonly settings: Settings;
  readonly memory: Memory;
  readonly native?: NativeBridge | undefined;
}): Offer {
  const { settings, memory, native } = options;
  const screen = firstScreen(settings);
  return {
    ...screen,
    terms: signInTerms(settings),
    connectors: usableConnectors(settings, native),
    methodsFor: (type) => methodsFor(settings, type),
    knownIdentifier() {
      const typed = memory.identifier();
      if (typed && screen.types.includes(typed.type)) return typed;
      return hintedIdentifier(memory.session().loginHint, screen.types);
    },
    appUrl() {
      const { appUrl } = memory.session();
      return appUrl && isWebUrl(appUrl) ? appUrl : undefined;
    },
  };
}
