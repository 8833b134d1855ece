import type { Command } from '../context.ts';
import type { Step } from '../steps.ts';

/** Goes to another step that needs nothing from the server. */
export const goTo: Command<{ readonly step: Step; readonly replace?: boolean }> = {
  run: (_, { step, replace = false }) => Promise.resolve({ go: step, replace }),
};
