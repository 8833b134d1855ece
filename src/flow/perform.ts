import { commands } from './commands/registry.ts';
import { failedSubmissions, submitInteraction } from './commands/interaction.ts';
import type { Ask, Command, Context, Next, Result } from './context.ts';
import { heldBack, hold, meantBy, noteInterrupted, noteQuestion, takeUnsubmitted } from './attempts.ts';
import { autoSteps } from './auto-steps.ts';
import { interactionOf } from './interaction-memory.ts';
import { dataOf, type Outcome, outcomeOf, problemOf, waitOf } from './outcomes.ts';
import { isAlone, signInAgain } from './outcome-rules.ts';
import { pathToStep, settle, stepToPath } from './routes.ts';
import { agreementNeeded } from './policy/terms.ts';
import type { Notice, Problem } from './state.ts';
import { stepBefore } from './step-before.ts';
import type { Action, Step, StepName } from './steps.ts';
import { isTransient } from './transient.ts';

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
export async function perform(wanted: Action, context: Context, agreed: boolean, isFollowUp = false): Promise<Result> {
  const { client, clock, memory, settings, step, storages } = context;
  const action = meantBy(client, wanted);
  const { proof: known } = interactionOf(storages);
  try {
    const held = heldBack(client, action, clock.now());
    if (held) return isAlone(step) ? 'stay' : { say: said(true, held) };
    // The name comes from our own code or from the typed `do` object; its input type was checked there.
    const command = commands[action.command] as Command<unknown, Next | Ask>;
    const { needsAgreement: needed } = command;
    const agreement = typeof needed === 'function' ? needed(action.input) : needed;
    if (agreement && !agreed && agreementNeeded(settings, agreement)) return askForAgreement(action, step);
    const once = command.once?.(action.input);
    const run = async () =>
      (takeUnsubmitted(client, action) && (await submitAgain(context))) || (await command.run(context, action.input));
    return await (once && context.exclusively ? context.exclusively(`sie:${once}`, run) : run());
  } catch (error) {
    if (context.signal.aborted) return 'stay';
    const problem: Problem = { ...problemOf(error), ...waitOf(error, action, clock.now()) };
    if (problem.code === 'unknown') context.reportBug?.(error);
    const interaction = interactionOf(storages);
    const transient = isTransient(error);
    const isUnsubmitted = transient && failedSubmissions.has(error as object);
    if (transient) noteInterrupted(client, action, isUnsubmitted);
    const isProved = interaction.proof && interaction.proof.verificationId !== known?.verificationId;
    const goOn = isUnsubmitted ? 'submitInteraction' : isProved && 'finishProof';
    const retry: Action = goOn ? { command: goOn, input: {} } : action;
    if (problem.wait) hold(client, [action, retry], problem);
    const outcome = outcomeOf({
      step,
      action,
      problem,
      settings,
      interaction,
      identifier: memory.identifier(),
      data: dataOf(error),
      isTransient: transient,
      retry,
    });
    if (outcome.kind === 'confirm') noteQuestion(client, action, outcome.accept);
    if (outcome.kind !== 'do') return resultOf(outcome, problem, step);
    // What followed by itself was refused, too: round and round is no way on.
    return isFollowUp ? resultOf(signInAgain, problem, step) : perform(outcome.action, context, agreed, true);
  }
}

/** Submits what the server has accepted; undefined where it has forgotten that meanwhile, and all of it is to be done again. */
async function submitAgain(context: Context): Promise<Next | undefined> {
  try {
    return await submitInteraction.run(context);
  } catch (error) {
    if (['session.identifier_not_found', 'session.interaction_not_found'].includes(problemOf(error).code)) return undefined;
    throw error;
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
