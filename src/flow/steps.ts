import type { CodeIdentifier, Identifier } from '../client/schemas/identifier.ts';

export type { CodeIdentifier, Identifier };

/** Query and fragment parameters of a URL, as plain strings. */
export type Params = Readonly<Record<string, string>>;

/** A command to run later, as data: what a retry button or an accepted question does. */
export interface Action {
  readonly command: string;
  readonly input: unknown;
}

/**
 * Every place a person can be, with what its screen needs to know. All other unions derive from this map, so a new line here makes
 * the compiler list what is missing: a route, a screen, a demo state.
 */
export interface Steps {
  /** First screen: identifier, perhaps password, social buttons. */
  'sign-in': object;
  password: { readonly identifier: Identifier };
  /** A one-time code is on its way. `sentAt`: ms since the epoch. */
  'verification-code': { readonly identifier: CodeIdentifier; readonly verificationId: string; readonly sentAt: number };
  /** Back from a social provider. Runs by itself. */
  'social-callback': { readonly connectorId: string; readonly params: Params };
  /** The provider answered in the system browser, the app waits in its web view: hand the answer over. Runs by itself. */
  'native-callback': { readonly connectorId: string; readonly params: Params };
  /** Opened in the system browser by an app's web view, on the way to a provider. Runs by itself. */
  'social-landing': { readonly connectorId: string; readonly redirectTo: string; readonly nativeCallback: string };
  /** The app asked for one connector at once. Runs by itself. */
  direct: { readonly method: string; readonly target: string; readonly fallback: string };
  'unknown-session': object;
  'account-suspended': object;
  /** Something that this page cannot do; `code` names it. */
  unavailable: { readonly code: string };
  /** A failure with no screen to go back to. */
  error: { readonly code: string; readonly message?: string; readonly requestId?: string; readonly retry?: Action };
  'not-found': object;
}

export type StepName = keyof Steps;

/** The step a name stands for: `{ name, …its data }`. */
export type StepOf<Name extends StepName> = Name extends StepName ? Readonly<{ name: Name } & Steps[Name]> : never;

export type Step = StepOf<StepName>;
