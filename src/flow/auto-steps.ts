import type { CommandName } from './commands/registry.ts';
import type { StepName } from './steps.ts';

/** Steps that no person has to touch, and the command each runs (with the step as its input) as soon as it is reached. */
export const autoSteps: Readonly<Partial<Record<StepName, CommandName>>> = {
  'social-callback': 'finishSocial',
  'native-callback': 'returnToApp',
  'social-landing': 'openLanding',
  direct: 'startDirect',
  'one-time-token': 'followLink',
  'reset-token': 'followResetLink',
  'account-check': 'checkAccount',
};
