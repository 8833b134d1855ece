import type { Client } from '../client/request.ts';
import { isRecord, textOf } from './guards.ts';
import type { Problem } from './state.ts';
import type { Action } from './steps.ts';

/** What this page knows about commands that failed and may be done again. Never stored: an action may hold a password. */
interface Attempts {
  /** Refusals that ask to wait, by what they were about. */
  readonly held: Map<string, Problem>;
  /** What was pressed before a question, by the action that the answer led to. */
  readonly pressed: Map<string, string>;
  /** The answer to a question was on its way when the line broke: what was pressed, and what the answer led to. */
  answered?: { readonly pressed: string; readonly accept: Action } | undefined;
  /** The action that the server has accepted all of but the submission. */
  unsubmitted?: string | undefined;
}

const attempts = new WeakMap<Client, Attempts>();

function of(client: Client): Attempts {
  const known: Attempts = attempts.get(client) ?? { held: new Map(), pressed: new Map() };
  attempts.set(client, known);
  return known;
}

/** What an action is about: the connector that was pressed. */
export const targetOf = ({ input }: Action): string | undefined => (isRecord(input) ? textOf(input['connectorId']) : undefined);

/** Another address or another provider is another matter; another password is not. */
function subjectOf(action: Action): string {
  const identifier = isRecord(action.input) ? action.input['identifier'] : undefined;
  return JSON.stringify([action.command, targetOf(action), isRecord(identifier) ? identifier['value'] : identifier]);
}

/** Notes that the server wants no more of this before a moment. */
export function hold(client: Client, actions: readonly Action[], problem: Problem): void {
  for (const action of actions) of(client).held.set(subjectOf(action), problem);
}

/** What the server said when it asked to wait, for as long as that lasts. */
export function heldBack(client: Client, action: Action, now: number): Problem | undefined {
  const problem = of(client).held.get(subjectOf(action));
  return problem?.wait && problem.wait.until > now ? problem : undefined;
}

/** Notes which action a question came of. */
export function noteQuestion(client: Client, pressed: Action, accept: Action): void {
  of(client).pressed.set(JSON.stringify(accept), JSON.stringify(pressed));
}

/** What to do when something is pressed: itself, or what its question was answered with, when that failed. The answer still counts. */
export function meantBy(client: Client, action: Action): Action {
  const { answered } = of(client);
  return answered?.pressed === JSON.stringify(action) ? answered.accept : action;
}

/** Notes that an action failed without a decision. `isUnsubmitted`: the server has accepted everything before the last call. */
export function noteInterrupted(client: Client, action: Action, isUnsubmitted: boolean): void {
  const known = of(client);
  const key = JSON.stringify(action);
  const pressed = known.pressed.get(key);
  if (pressed) known.answered = { pressed, accept: action };
  if (isUnsubmitted) known.unsubmitted = key;
}

/** An action begins: what was left of earlier ones counts no more. Answers whether only its submission is missing. */
export function takeUnsubmitted(client: Client, action: Action): boolean {
  const known = of(client);
  const isIt = known.unsubmitted === JSON.stringify(action);
  known.answered = known.unsubmitted = undefined;
  return isIt;
}
