import type { CommandName } from '../action.ts';
import type { FieldName } from '../problem.ts';
import type { Step, StepDefinition, StepName } from './step.ts';
import { linkSteps } from './link.ts';
import { messageSteps } from './messages.ts';
import { profileSteps } from './profile.ts';
import { recoverySteps } from './recovery.ts';
import { signInSteps } from './sign-in.ts';
import { socialSteps } from './social.ts';
import { ssoSteps } from './sso.ts';

// Without these the declarations of the package would lack what the files of the journeys add to `Steps`.
export type * from './step.ts';
export type * from './sign-in.ts';
export type * from './recovery.ts';
export type * from './profile.ts';
export type * from './social.ts';
export type * from './sso.ts';
export type * from './link.ts';
export type * from './messages.ts';

/** Every step and its definition. Of two patterns that fit an address the first counts, so those that end with `*` come last. */
export const steps: { readonly [Name in StepName]: StepDefinition<Name> } = {
  ...signInSteps,
  ...recoverySteps,
  ...profileSteps,
  ...socialSteps,
  ...ssoSteps,
  ...linkSteps,
  ...messageSteps,
};

/** The definition of a step, for any step. */
export const definitionOf = ({ name }: Step) => steps[name] as StepDefinition<StepName>;

/** What the definitions say, as rules and commands ask for it. */
export const hasInput = (step: Step, input: FieldName): boolean => definitionOf(step).inputs.includes(input);

export const isSingleUse = (step: Step): boolean => definitionOf(step).singleUse;

/** The command that a step runs when it is reached. */
export const commandOf = (step: Step): CommandName | undefined => definitionOf(step).run;

export const runsByItself = (step: Step): boolean => commandOf(step) !== undefined;

/** Nothing on the step can be corrected or pressed again: it runs by itself, or reports a failure. */
export const isUnattended = (step: Step): boolean => runsByItself(step) || step.name === 'error';

/** Where Back leads when the history holds nothing of ours. */
export function previousStep(step: Step): Step {
  const { previous } = definitionOf(step);
  return typeof previous === 'function' ? previous(step) : { name: previous };
}
