import { commands } from './commands/registry.ts';
import type { Command, Context, Result } from './context.ts';
import { autoSteps } from './auto-steps.ts';
import { interactionOf } from './interaction-memory.ts';
import { dataOf, type Outcome, outcomeOf, problemOf } from './outcomes.ts';
import { signInAgain } from './outcome-rules.ts';
import { pathToStep, settle, stepToPath } from './routes.ts';
import { agreementNeeded } from './policy/terms.ts';
import type { Notice, Problem } from './state.ts';
import { stepBefore } from './step-before.ts';
import type { Action, Step, StepName } from './steps.ts';

export { autoSteps, pathToStep, settle, stepBefore, stepToPath };
export { draftOf, keepDraft } from './profile-draft.ts';
/** Queries and uploads of screens, which change nothing about where the person is. */
export { findSignOns } from './sso-lookup.ts';
export { storeAvatar } from './store-avatar.ts';

/**
 * Runs one command to its end: what comes next, or what a refusal means. Never rejects. With the commands, the outcome table and
 * the guards of their answers it is a chunk of its own, so that the first screen does not wait for it.
 * @param agreed the person has agreed to the terms
 * @param isFollowUp a refusal led to this by itself
 */
export async function perform(action: Action, context: Context, agreed: boolean, isFollowUp = false): Promise<Result> {
  const { settings, step } = context;
  try {
    // The name comes from our own code or from the typed `do` object; its input type was checked there.
    const command = commands[action.command] as Command<unknown>;
    const { needsAgreement: needed } = command;
    const agreement = typeof needed === 'function' ? needed(action.input) : needed;
    if (agreement && !agreed && agreementNeeded(settings, agreement)) return askForAgreement(action, step);
    return await command.run(context, action.input);
  } catch (error) {
    if (context.signal.aborted) return 'stay';
    const problem = problemOf(error);
    if (problem.code === 'unknown') context.reportBug?.(error);
    const interaction = interactionOf(context.storages);
    const identifier = context.memory.identifier();
    const outcome = outcomeOf({ step, action, problem, settings, interaction, identifier, data: dataOf(error) });
    if (outcome.kind !== 'do') return resultOf(outcome, problem, step);
    // What followed by itself was refused, too: round and round is no way on.
    return isFollowUp ? resultOf(signInAgain, problem, step) : perform(outcome.action, context, agreed, true);
  }
}

/** Steps that there is no way back to: what was entered there is used up. */
const worksOnce: readonly StepName[] = ['password', 'verification-code', 'new-password'];

function askForAgreement(action: Action, step: Step): Result {
  // What was proved by a code or a provider is used up: without the terms there is only another beginning.
  const isSpent = autoSteps[step.name] !== undefined || step.name === 'verification-code';
  const decline: Action = { command: 'goTo', input: { step: { name: 'sign-in' }, replace: true } };
  return { ask: { code: 'terms' }, accept: action, ...(isSpent && { decline }) };
}

function resultOf(outcome: Exclude<Outcome, { kind: 'do' }>, problem: Problem, step: Step): Result {
  switch (outcome.kind) {
    case 'field':
      return { say: { problem: { ...problem, ...(outcome.values && { values: outcome.values }), field: outcome.field } } };
    case 'notice':
      return { say: said(true, problem) };
    case 'confirm': {
      const { code, values, accept, decline } = outcome;
      return { ask: { code, ...(values && { values }) }, accept, ...(decline && { decline }) };
    }
    case 'go':
      return { go: outcome.step, replace: !outcome.keep || worksOnce.includes(step.name), ...said(outcome.say, problem) };
  }
}

/** A problem as a notice, as it is or by another code. */
function said(say: true | string | undefined, problem: Problem): { readonly notice?: Notice } {
  if (!say) return {};
  return { notice: say === true ? { ...problem, tone: 'danger' } : { code: say, tone: 'danger' } };
}
