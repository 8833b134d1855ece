import type { Client } from '../client/request.ts';
import { isRecord, textOf } from './guards.ts';
import type { Problem } from './state.ts';
import type { Action } from './steps.ts';

/** What this page knows about commands that failed and may be done again. Never stored: an action may hold a password. */
interface Attempts {
  /** Refusals that ask to wait, by what they were about. */
  readonly held: Map<string, Problem>;
  /** The action that the server has accepted all of but the submission. */
  unsubmitted?: string;
}

const attempts = new WeakMap<Client, Attempts>();

function of(client: Client): Attempts {
  const known = attempts.get(client) ?? { held: new Map<string, Problem>() };
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

/** Notes that only the submission is missing. */
export function noteUnsubmitted(client: Client, action: Action): void {
  of(client).unsubmitted = JSON.stringify(action);
}

/** Whether only the submission is missing; asked once. */
export function takeUnsubmitted(client: Client, action: Action): boolean {
  const known = of(client);
  const isIt = known.unsubmitted === JSON.stringify(action);
  delete known.unsubmitted;
  return isIt;
}
