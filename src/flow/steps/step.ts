import type { CodeIdentifier, Identifier, IdentifierType } from '../../client/schemas/identifier.ts';
import type { MissingIdentifier } from '../policy/tenant.ts';
import type { LinkSteps } from './link.ts';
import type { MessageSteps } from './messages.ts';
import type { ProfileSteps } from './profile.ts';
import type { RecoverySteps } from './recovery.ts';
import type { SignInSteps } from './sign-in.ts';
import type { SocialSteps } from './social.ts';
import type { SsoSteps } from './sso.ts';

export type { CodeIdentifier, Identifier, IdentifierType, MissingIdentifier };

/**
 * Every place a person can be, with what its screen needs to know. Each journey's file declares its steps beside their definitions.
 * All other unions derive from this map, so a new step makes the compiler list what is missing.
 */
export interface Steps extends SignInSteps, RecoverySteps, ProfileSteps, SocialSteps, SsoSteps, LinkSteps, MessageSteps {}

export type StepName = keyof Steps;

/** The step a name stands for: `{ name, …its data }`. */
export type StepOf<Name extends StepName> = Name extends StepName ? Readonly<{ name: Name } & Steps[Name]> : never;

export type Step = StepOf<StepName>;

/** Query and fragment parameters of a URL, as plain strings. */
export type Params = Readonly<Record<string, string>>;

/** What a one-time code is for. */
export type CodePurpose = 'sign-in' | 'register' | 'forgot-password' | 'continue';

/** A first screen that the app narrowed down: only these identifiers, and a link to everything else. */
export interface Focused {
  readonly focused?: readonly IdentifierType[];
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
