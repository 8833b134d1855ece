import type { Settings } from '../client/schemas/settings.ts';
import type { Interaction } from './interaction.ts';
import { retryOrNotice, signInAgain } from './outcome-rules.ts';
import { outcomes } from './outcome-table.ts';
import { hasInput, isSingleUse, isUnattended } from './steps/index.ts';
import type { FieldName, Problem } from './problem.ts';
import type { Action } from './action.ts';
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

const notice: Outcome = { kind: 'notice' };

/** The line of a code: its own, else that of the longest prefix that has one, else a notice with the server's words. */
export function ruleFor(code: string): Rule {
  // Longer than any line. Every dot of it is looked at.
  for (let key = code.slice(0, 200); key; key = shorter(key)) {
    if (Object.hasOwn(outcomes, key)) return outcomes[key] ?? notice;
  }
  return notice;
}

/** Up to the last dot but one at the very end. */
const shorter = (key: string): string => key.slice(0, key.slice(0, -1).lastIndexOf('.') + 1);

/**
 * A failure that decided nothing never loses the step: what is there stays, to be done again. Only a line of the code's own says
 * otherwise, for example where a password does as well as the code that cannot be sent.
 */
export function outcomeOf(situation: Situation): Outcome {
  const { step, problem, isTransient } = situation;
  const rule = isTransient && !Object.hasOwn(outcomes, problem.code) ? retryOrNotice : ruleFor(problem.code);
  const outcome = typeof rule === 'function' ? rule(situation) : rule;
  if (outcome.kind === 'go') return isSingleUse(step) ? { ...outcome, keep: false } : outcome;
  if (outcome.kind === 'do') return outcome;
  // Nothing can be corrected or pressed again there: try again, or start again.
  if (isUnattended(step)) return isTransient ? retryOrNotice(situation) : signInAgain;
  // A step without the input shows no problem of it.
  return outcome.kind === 'field' && !hasInput(step, outcome.field) ? notice : outcome;
}
