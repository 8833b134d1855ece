import { isRecord } from '../shared/schema.ts';
import { commands } from './commands.ts';
import { interactionOf, ownClient, submitInteraction } from './interaction.ts';
import type { Ask, Attempts, Command, CommandContext, CommandResult, RunResult } from './context.ts';
import { dataOf, isTransient, problemOf, waitOf } from './failures.ts';
import { type Outcome, signInAgain } from './outcome.ts';
import { outcomeOf } from './outcomes.ts';
import { hasInput, isUnattended, runsByItself } from './steps/index.ts';
import { agreementNeeded } from './policy/tenant.ts';
import type { Notice, Problem } from './problem.ts';
import { type Action, targetOf } from './action.ts';
import type { Step } from './steps/step.ts';
import { forgetTaken } from './taken.ts';

export { pathToStep, resolveStep, stepToHistory, stepToPath } from './steps/addresses.ts';
export { commandOf, previousStep } from './steps/index.ts';
export { draftOf, keepDraft, storeAvatar } from './profile/commands.ts';
export { findSsoConnectors } from './sso/commands.ts';

/**
 * Runs one command and returns where to go, or the outcome of its failure. Never rejects. Together with the commands, the outcome
 * table and the guards of the responses it is not part of the first screen's chunk.
 * @param agreed the person has agreed to the terms
 * @param isFollowUp the command was started by the outcome of a failure
 */
export async function runCommand(
  wanted: Action,
  context: CommandContext,
  agreed: boolean,
  isFollowUp = false,
): Promise<RunResult> {
  const { attempts, clock, memory, settings, step, storages } = context;
  const action = resumed(attempts, wanted);
  const { proof: known } = interactionOf(storages);
  let once: string | undefined;
  try {
    const held = heldBack(attempts, action, clock.now());
    if (held) return isUnattended(step) ? 'stay' : { say: noticeOf(true, held) };
    // The name comes from our own code or from the typed `do` object; its input type was checked there.
    const command = commands[action.command] as Command<unknown, CommandResult | Ask>;
    const { needsAgreement: needed } = command;
    const agreement = typeof needed === 'function' ? needed(action.input) : needed;
    if (agreement && !agreed && agreementNeeded(settings, agreement)) return askForAgreement(action, step);
    once = command.once?.(action.input);
    const own = { ...context, client: ownClient(context) };
    return await runOnce(own, once, async () => {
      const isUnsubmitted = beginAttempt(attempts, action);
      return (isUnsubmitted && (await submitAgain(own))) || (await command.run(own, action.input));
    });
  } catch (error) {
    if (context.signal.aborted) return 'stay';
    const problem: Problem = { ...problemOf(error), ...waitOf(error, action, clock.now()) };
    if (problem.code === 'unknown') context.reportBug?.(error);
    const interaction = interactionOf(storages);
    const transient = isTransient(error);
    const isUnsubmitted = transient && error === attempts.submissionError;
    if (transient) noteInterrupted(attempts, action, isUnsubmitted);
    const isVerified = interaction.proof && interaction.proof.verificationId !== known?.verificationId;
    const resumeWith = isUnsubmitted ? 'submitInteraction' : isVerified && 'resumeVerification';
    const retry: Action = resumeWith ? { command: resumeWith, input: {} } : action;
    if (problem.wait) hold(attempts, [action, retry], problem);
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
    if (once && outcome.kind === 'go' && outcome.step.name === 'unknown-session') forgetTaken(context, once);
    if (outcome.kind === 'confirm') attempts.question = { pressed: action, accept: outcome.accept };
    if (outcome.kind !== 'do') return resultOf(outcome, problem);
    // Automatic follow-ups are never chained; they could loop.
    return isFollowUp ? resultOf(signInAgain, problem) : runCommand(outcome.action, context, agreed, true);
  }
}

/** Runs a command with a single-use value under a lock, so that no other page uses the value too; without one where locks are denied. */
async function runOnce<Value>(
  { exclusively }: CommandContext,
  once: string | undefined,
  run: () => Promise<Value>,
): Promise<Value> {
  if (!once || !exclusively) return run();
  let hasBegun = false;
  const start = () => {
    hasBegun = true;
    return run();
  };
  try {
    return await exclusively(`sie:${once}`, start);
  } catch (error) {
    // A SecurityError: browsers deny locks where they deny storage (https://developer.mozilla.org/docs/Web/API/LockManager/request).
    if (hasBegun) throw error;
    return run();
  }
}

/** Codes of the server for an interaction that no longer exists. */
const forgotten: readonly string[] = [
  'session.identifier_not_found',
  'session.interaction_not_found',
  'session.verification_session_not_found',
];

/** Repeats only the submission; undefined if the interaction no longer exists, so the whole action has to run again. */
async function submitAgain(context: CommandContext): Promise<CommandResult | undefined> {
  try {
    return await submitInteraction.run(context);
  } catch (error) {
    if (forgotten.includes(problemOf(error).code)) return undefined;
    throw error;
  }
}

function askForAgreement(action: Action, step: Step): RunResult {
  // The code or the provider's response is already used, so declining the terms leads back to the sign-in screen.
  const isSpent = runsByItself(step) || hasInput(step, 'code');
  const decline: Action = { command: 'goTo', input: { step: { name: 'sign-in' }, replace: true } };
  return { ask: { code: 'terms' }, accept: action, ...(isSpent && { decline }) };
}

function resultOf(outcome: Exclude<Outcome, { kind: 'do' }>, problem: Problem): RunResult {
  switch (outcome.kind) {
    case 'field':
      return { say: { problem: { ...problem, ...(outcome.values && { values: outcome.values }), field: outcome.field } } };
    case 'notice':
      return { say: noticeOf(true, problem) };
    case 'confirm': {
      const { code, values, accept, decline } = outcome;
      return { ask: { code, ...(values && { values }) }, accept, ...(decline && { decline }) };
    }
    case 'go':
      return { go: outcome.step, replace: !outcome.keep, ...noticeOf(outcome.say, problem) };
  }
}

/** A problem as a notice, as it is or by another code. */
function noticeOf(say: true | string | undefined, problem: Problem): { readonly notice?: Notice } {
  if (!say) return {};
  return { notice: say === true ? { ...problem, tone: 'danger' } : { code: say, tone: 'danger' } };
}

/** A waiting time applies to the same identifier or connector, whatever the password. */
function subjectOf(action: Action): string {
  const identifier = isRecord(action.input) ? action.input['identifier'] : undefined;
  return JSON.stringify([action.command, targetOf(action), isRecord(identifier) ? identifier['value'] : identifier]);
}

const isSame = (one: Action | undefined, other: Action): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Notes that the server rejects these actions before `problem.wait.until`. */
function hold({ held }: Attempts, actions: readonly Action[], problem: Problem): void {
  for (const action of actions) held.set(subjectOf(action), problem);
}

/** The problem with which the server asked to wait, until the time is over. */
function heldBack({ held }: Attempts, action: Action, now: number): Problem | undefined {
  const problem = held.get(subjectOf(action));
  return problem?.wait && problem.wait.until > now ? problem : undefined;
}

/** The action to run: the given one, or the confirmed one of its question if only the connection failed after the confirmation. */
function resumed({ question, isInterrupted }: Attempts, action: Action): Action {
  return question && isInterrupted && isSame(question.pressed, action) ? question.accept : action;
}

/** Notes that an action failed with a transient failure. */
function noteInterrupted(attempts: Attempts, action: Action, isUnsubmitted: boolean): void {
  if (isSame(attempts.question?.accept, action)) attempts.isInterrupted = true;
  if (isUnsubmitted) attempts.unsubmitted = action;
}

/** Called when an action starts: drops the notes about others. Returns whether only its submission is missing. */
function beginAttempt(attempts: Attempts, action: Action): boolean {
  const isUnsubmitted = isSame(attempts.unsubmitted, action);
  if (!isSame(attempts.question?.accept, action)) attempts.question = undefined;
  attempts.isInterrupted = attempts.unsubmitted = attempts.submissionError = undefined;
  return isUnsubmitted;
}
