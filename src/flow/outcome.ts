import type { Settings } from '../client/schemas/settings.ts';
import type { Action, CommandName } from './action.ts';
import type { Interaction } from './interaction.ts';
import type { FieldName, Problem } from './problem.ts';
import { isUnattended } from './steps/index.ts';
import type { Identifier, Step } from './steps/step.ts';

type Values = NonNullable<Problem['values']>;

/** What a failure means for the person. */
export type Outcome =
  /**
   * On to another step. `say`: show the failure there as a notice, as it is or by another code. `keep`: the present step can be
   * gone back to.
   */
  | { readonly kind: 'go'; readonly step: Step; readonly say?: true | string; readonly keep?: boolean }
  /** Something to mend in one input. */
  | { readonly kind: 'field'; readonly field: FieldName; readonly values?: Values }
  /** A decision to take. `code` names it; without `decline`, declining changes nothing. */
  | {
      readonly kind: 'confirm';
      readonly code: string;
      readonly values?: Values;
      readonly accept: Action;
      readonly decline?: Action;
    }
  /** Another command, run without asking. */
  | { readonly kind: 'do'; readonly action: Action }
  /** Something to know; everything else stays. */
  | { readonly kind: 'notice' };

/** What was going on when it failed. */
export interface Situation {
  readonly step: Step;
  readonly action: Action;
  readonly problem: Problem;
  /** Details that came with the failure, unguarded. */
  readonly data: unknown;
  readonly settings: Settings;
  readonly interaction: Interaction;
  /** Nothing was decided: doing the same again may succeed. */
  readonly isTransient: boolean;
  /** What goes on from here without doing again what the server has accepted. */
  readonly retry: Action;
  /** What the person said last about who they are. */
  readonly identifier: Identifier | undefined;
}

export type Rule = Outcome | ((situation: Situation) => Outcome);

// What rules are made of. The rules of a journey are beside its commands; `outcomes.ts` lists them by code.

export const notice: Outcome = { kind: 'notice' };

export const field = (name: FieldName): Outcome => ({ kind: 'field', field: name });

type Go = Extract<Outcome, { kind: 'go' }>;

export const replaceWith = (step: Step): Go => ({ kind: 'go', step });

/** Goes to an earlier step and shows the problem there. */
export const restartAt = (step: Step): Go => ({ kind: 'go', step, say: true });

/** Goes on; Back leads to the present step. */
export const pushStep = (step: Step): Go => ({ kind: 'go', step, keep: true });

export const goToAction = (step: Step): Action => ({ command: 'goTo', input: { step, replace: true } });

export const followUp = (command: CommandName): Outcome => ({ kind: 'do', action: { command, input: {} } });

export const signInAgain = restartAt({ name: 'sign-in' });

export const lostSession = replaceWith({ name: 'unknown-session' });

export const suspended: Rule = ({ problem: { code } }) => replaceWith({ name: 'account-suspended', code });

/** Something that this page does not support yet. */
export const unavailable: Rule = ({ problem: { code } }) => replaceWith({ name: 'unavailable', code });

/** A step that runs by itself has no button to press again, so it gets one. */
export const retryOrNotice = ({ step, problem, retry }: Situation): Outcome =>
  isUnattended(step) ? showError(problem, { retry }) : notice;

/** The error screen shows the problem. `rest`: what can be done there. */
export const showError = (
  { code, message, requestId, reference, wait }: Problem,
  rest?: { readonly retry?: Action; readonly startOver?: true },
): Go =>
  replaceWith({
    name: 'error',
    code,
    ...(message && { message }),
    ...(requestId && { requestId }),
    ...(reference && { reference }),
    ...(wait && { wait }),
    ...rest,
  });

/** A failure after which nothing on the present step can be done again. */
export const errorScreen: Rule = ({ problem }) => showError(problem);

/** Back from a provider, or by a link: what was proved is not used up yet. */
export const isArrival = ({ action: { command } }: Situation): boolean =>
  command === 'submitSocialCallback' || command === 'resumeVerification' || command === 'followLink';
