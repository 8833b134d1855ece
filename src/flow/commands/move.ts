import type { Command } from '../context.ts';
import type { Step } from '../steps/step.ts';

/** Goes to another step that needs nothing from the server. */
export const goTo: Command<{ readonly step: Step; readonly replace?: boolean }> = {
  run({ memory }, { step, replace = false }) {
    // Taken along from the form before, where it is wanted again on the way back.
    if (step.name === 'forgot-password' && step.identifier) memory.rememberIdentifier(step.identifier);
    return Promise.resolve({ go: step, replace });
  },
};
