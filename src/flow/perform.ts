import { commands, type CommandName } from './commands/registry.ts';
import type { Command, Context, Result } from './context.ts';
import { autoSteps } from './auto-steps.ts';
import { outcomeOf, problemOf } from './outcomes.ts';
import { agreementNeeded } from './policy/terms.ts';
import type { Notice } from './state.ts';
import type { Action } from './steps.ts';

/**
 * Runs one command to its end: what comes next, or what a refusal means. Never rejects. With the commands, the outcome table and
 * the guards of their answers it is a chunk of its own, so that the first screen does not wait for it.
 * @param agreed the person has agreed to the terms
 */
export async function perform(action: Action, context: Context, agreed: boolean): Promise<Result> {
  // The name comes from our own code or from the typed `do` object; its input type was checked there.
  const command = commands[action.command as CommandName] as Command<unknown>;
  const { settings, step } = context;
  if (command.needsAgreement && !agreed && agreementNeeded(settings)) {
    const decline: Action = { command: 'goTo', input: { step: { name: 'sign-in' }, replace: true } };
    return { say: { question: { code: 'terms', accept: action, ...(autoSteps[step.name] && { decline }) } } };
  }
  try {
    return await command.run(context, action.input);
  } catch (error) {
    if (context.signal.aborted) return 'stay';
    return meaning(error, action, context);
  }
}

function meaning(error: unknown, action: Action, { step, settings, reportBug }: Context): Result {
  const problem = problemOf(error);
  if (problem.code === 'unknown') reportBug?.(error);
  const notice: Notice = { ...problem, tone: 'danger' };
  const outcome = outcomeOf({ step, action, problem });
  switch (outcome.kind) {
    case 'field':
      return { say: { problem: { ...problem, field: outcome.field } } };
    case 'notice':
      return { say: { notice } };
    case 'confirm': {
      const { values, accept } = outcome;
      return { say: { question: { code: problem.code, ...(values && { values }), accept } } };
    }
    case 'go': {
      const { unknownSessionRedirectUrl: url } = settings;
      if (outcome.step.name === 'unknown-session' && url) return { leave: url, how: 'replace' };
      return { go: outcome.step, replace: true, ...(outcome.say && { notice }) };
    }
  }
}
