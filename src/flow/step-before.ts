import type { Step } from './steps.ts';

/** Where back leads when the history holds nothing of ours: to where something else can be entered. */
export function stepBefore(step: Step): Step {
  switch (step.name) {
    case 'verification-code': {
      const { purpose, identifier, missing = identifier.type } = step;
      return purpose === 'continue' ? { name: 'missing-identifier', missing, identifier } : { name: purpose };
    }
    case 'new-password':
      return { name: step.purpose === 'reset' ? 'forgot-password' : 'sign-in' };
    case 'sso-connectors':
      return { name: 'single-sign-on', ...(step.email && { email: step.email }) };
    default:
      return { name: 'sign-in' };
  }
}
