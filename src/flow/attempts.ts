import { isRecord } from '../shared/schema.ts';
import { type Action, targetOf } from './action.ts';
import type { Problem } from './problem.ts';

/**
 * What a flow knows about commands that failed and may be done again. Never stored, and actions are dropped when another begins: one
 * may hold a password.
 */
export interface Attempts {
  /** Refusals that ask to wait, by what they were about. */
  readonly held: Map<string, Problem>;
  /** The last question: what was pressed before it, and what accepting it does. */
  question?: { readonly pressed: Action; readonly accept: Action } | undefined;
  /** That question was accepted, and the connection failed then. */
  isInterrupted?: boolean | undefined;
  /** The action of which the server has accepted all but the submission. */
  unsubmitted?: Action | undefined;
  /** What the submission failed with: it tells that call apart from those before it. */
  submissionError?: unknown;
}

/** Another address or another provider is another matter; another password is not. */
function subjectOf(action: Action): string {
  const identifier = isRecord(action.input) ? action.input['identifier'] : undefined;
  return JSON.stringify([action.command, targetOf(action), isRecord(identifier) ? identifier['value'] : identifier]);
}

const isSame = (one: Action | undefined, other: Action): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Notes that the server takes none of these actions before `problem.wait.until`. */
export function hold({ held }: Attempts, actions: readonly Action[], problem: Problem): void {
  for (const action of actions) held.set(subjectOf(action), problem);
}

/** What the server said when it asked to wait, for as long as that lasts. */
export function heldBack({ held }: Attempts, action: Action, now: number): Problem | undefined {
  const problem = held.get(subjectOf(action));
  return problem?.wait && problem.wait.until > now ? problem : undefined;
}

/** What to run when something is pressed: the action itself, or, where its question was accepted before the connection failed, that. */
export function resumed({ question, isInterrupted }: Attempts, action: Action): Action {
  return question && isInterrupted && isSame(question.pressed, action) ? question.accept : action;
}

/** Notes that an action failed without a decision. */
export function noteInterrupted(attempts: Attempts, action: Action, isUnsubmitted: boolean): void {
  if (isSame(attempts.question?.accept, action)) attempts.isInterrupted = true;
  if (isUnsubmitted) attempts.unsubmitted = action;
}

/** An action begins: drops what was noted about others. Returns whether only its submission is missing. */
export function beginAttempt(attempts: Attempts, action: Action): boolean {
  const isUnsubmitted = isSame(attempts.unsubmitted, action);
  if (!isSame(attempts.question?.accept, action)) attempts.question = undefined;
  attempts.isInterrupted = attempts.unsubmitted = attempts.submissionError = undefined;
  return isUnsubmitted;
}
