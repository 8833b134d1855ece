import type { CommandName } from './commands/registry.ts';
import type { RelatedUser } from '../client/schemas/error-data.ts';
import type { CodeIdentifier, Identifier, IdentifierType } from '../client/schemas/identifier.ts';
import type { Wait } from './state.ts';

export type { CodeIdentifier, Identifier, IdentifierType };

/** Query and fragment parameters of a URL, as plain strings. */
export type Params = Readonly<Record<string, string>>;

/** A command to run later, as data: what a retry button or an accepted question does. */
export interface Action {
  readonly command: CommandName;
  readonly input: unknown;
}

/** What a one-time code is for. */
export type CodePurpose = 'sign-in' | 'register' | 'forgot-password' | 'continue';

/** Identifiers that a tenant may still ask for once it is known who somebody is; the last stands for either of two. */
export type MissingIdentifier = IdentifierType | 'emailOrPhone';

/** A screen to begin with that the app narrowed down: only these identifiers, and a link to everything else. */
export interface Focused {
  readonly focused?: readonly IdentifierType[];
}

/**
 * Every place a person can be, with what its screen needs to know. All other unions derive from this map, so a new line here makes
 * the compiler list what is missing: a route, a screen, a demo state.
 */
export interface Steps {
  /** First screen: identifier, perhaps password, social buttons. */
  'sign-in': Focused;
  /** First screen for people without an account. */
  register: Focused;
  password: { readonly identifier: Identifier };
  /** A one-time code is on its way. `sentAt`: ms since the epoch. `missing`: what the tenant asked for, when a profile is completed. */
  'verification-code': {
    readonly purpose: CodePurpose;
    readonly identifier: CodeIdentifier;
    readonly verificationId: string;
    readonly sentAt: number;
    readonly missing?: MissingIdentifier;
  };
  /** `token`: of a link to set a new password, which names no address. Never written into the history. */
  'forgot-password': Focused & { readonly identifier?: Identifier; readonly token?: string };
  /** A password for the account: the first one, or a new one after a recovery. `identifier` is for password managers. */
  'new-password': { readonly purpose: 'continue' | 'reset'; readonly identifier?: Identifier };
  'missing-identifier': { readonly missing: MissingIdentifier; readonly identifier?: Identifier };
  /** The tenant's own fields. */
  'extra-profile': object;
  /** A social identity that nobody has, and an account that seems to be the same person's. `relatedUser`: masked. */
  'social-link': { readonly connectorId: string; readonly relatedUser: RelatedUser };
  /** Enterprise single sign-on by e-mail address. `focused`: the app asked for it first. */
  'single-sign-on': { readonly email?: string; readonly focused?: true };
  /** Several companies' sign-ons cover the address. */
  'sso-connectors': { readonly connectorIds: readonly string[]; readonly email?: string };
  /** Back from a social provider or a company's sign-on. Runs by itself. */
  'social-callback': { readonly connectorId: string; readonly params: Params };
  /** The provider answered in the system browser, the app waits in its web view: hand the answer over. Runs by itself. */
  'native-callback': { readonly connectorId: string; readonly params: Params };
  /** Opened in the system browser by an app's web view, on the way to a provider. Runs by itself. */
  'social-landing': { readonly connectorId: string; readonly redirectTo: string; readonly nativeCallback: string };
  /** The app asked for one connector at once. `identifier`: the types it wants where that does not work. Runs by itself. */
  direct: { readonly method: string; readonly target: string; readonly fallback: string; readonly identifier?: string };
  /** A magic link was followed. Runs by itself. */
  'one-time-token': { readonly token: string; readonly email: string };
  /** A link to set a new password was followed. Runs by itself. */
  'reset-token': { readonly token: string; readonly email: string };
  /** A magic link for somebody else than who is signed in: finds out who that is. Runs by itself. */
  'account-check': { readonly token: string; readonly email: string };
  /** Go on as the person the link is for, or back as the one who is signed in. */
  'switch-account': { readonly token: string; readonly email: string; readonly current: CurrentAccount };
  'unknown-session': object;
  /** `code`: why. */
  'account-suspended': { readonly code: string };
  /** Something that this page cannot do; `code` names it. */
  unavailable: { readonly code: string };
  /** A failure with no screen to go back to. `startOver`: the app must begin anew, signing in here would fail the same way. */
  error: {
    readonly code: string;
    readonly message?: string;
    readonly requestId?: string;
    readonly reference?: string;
    readonly retry?: Action;
    readonly wait?: Wait;
    readonly startOver?: true;
  };
  'not-found': object;
}

/** Who is signed in already. */
export interface CurrentAccount {
  readonly name?: string;
  readonly avatar?: string;
  /** E-mail address, phone number or username; '' when none is known. */
  readonly address: string;
  /** Where the app waits for them. */
  readonly appUrl?: string;
}

export type StepName = keyof Steps;

/** The step a name stands for: `{ name, …its data }`. */
export type StepOf<Name extends StepName> = Name extends StepName ? Readonly<{ name: Name } & Steps[Name]> : never;

export type Step = StepOf<StepName>;
