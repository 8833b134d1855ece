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
   * Go to another step. `say`: show the failure there as a notice, as it is or by another code. `keep`: the current step stays in
   * the history.
   */
  | { readonly kind: 'go'; readonly step: Step; readonly say?: true | string; readonly keep?: boolean }
  /** An error in one input. */
  | { readonly kind: 'field'; readonly field: FieldName; readonly values?: Values }
  /** A question to the person. `code` names it; without `decline`, declining changes nothing. */
  | {
      readonly kind: 'confirm';
      readonly code: string;
      readonly values?: Values;
      readonly accept: Action;
      readonly decline?: Action;
    }
  /** Another command, run without asking. */
  | { readonly kind: 'do'; readonly action: Action }
  /** A notice; everything else stays. */
  | { readonly kind: 'notice' };

/** The circumstances of a failure. */
export interface Situation {
  readonly step: Step;
  readonly action: Action;
  readonly problem: Problem;
  /** Details of the failure, not validated. */
  readonly data: unknown;
  readonly settings: Settings;
  readonly interaction: Interaction;
  /** The failure is transient: the same command may succeed later. */
  readonly isTransient: boolean;
  /** The action that continues without repeating what the server has accepted. */
  readonly retry: Action;
  /** The identifier that the person entered last. */
  readonly identifier: Identifier | undefined;
}

export type Rule = Outcome | ((situation: Situation) => Outcome);

// Helpers for rules. The rules of a journey are in its `commands.ts`; `outcomes.ts` lists them by code.

export const notice: Outcome = { kind: 'notice' };

export const field = (name: FieldName): Outcome => ({ kind: 'field', field: name });

type Go = Extract<Outcome, { kind: 'go' }>;

export const replaceWith = (step: Step): Go => ({ kind: 'go', step });

/** Goes to an earlier step and shows the problem there. */
export const restartAt = (step: Step): Go => ({ kind: 'go', step, say: true });

/** Goes to a step; Back leads to the current one. */
export const pushStep = (step: Step): Go => ({ kind: 'go', step, keep: true });

export const goToAction = (step: Step): Action => ({ command: 'goTo', input: { step, replace: true } });

export const followUp = (command: CommandName): Outcome => ({ kind: 'do', action: { command, input: {} } });

export const signInAgain = restartAt({ name: 'sign-in' });

export const lostSession = replaceWith({ name: 'unknown-session' });

export const suspended: Rule = ({ problem: { code } }) => replaceWith({ name: 'account-suspended', code });

/** Something that this page does not support. */
export const unavailable: Rule = ({ problem: { code } }) => replaceWith({ name: 'unavailable', code });

/** Adds a retry button to a step that runs automatically, because it has no other button. */
export const retryOrNotice = ({ step, problem, retry }: Situation): Outcome =>
  isUnattended(step) ? showError(problem, { retry }) : notice;

/** Shows the problem on the error screen. `rest`: its data, for the buttons. */
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

/** A failure after which nothing on the current step can be retried. */
export const errorScreen: Rule = ({ problem }) => showError(problem);

/** Back from a provider, or by a link: the verification record is not used yet. */
export const isArrival = ({ action: { command } }: Situation): boolean =>
  command === 'submitSocialCallback' || command === 'resumeVerification' || command === 'followLink';
