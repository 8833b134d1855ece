import type { CommandName } from './action.ts';
import type { Command } from './context.ts';
import { resumeVerification, submitInteraction } from './interaction.ts';
import { checkAccount, followLink, followResetLink } from './link/commands.ts';
import { submitMissingIdentifier, submitProfile } from './profile/commands.ts';
import { startRecovery, submitNewPassword } from './recovery/commands.ts';
import {
  createAccount,
  linkRelatedAccount,
  linkToExistingAccount,
  submitRegistration,
  useExistingAccount,
} from './register/commands.ts';
import { resendCode, sendCode, submitCode, submitIdentifier, submitPassword } from './sign-in/commands.ts';
import { submitSocialCallback } from './social/finish.ts';
import { openLanding, returnToApp } from './social/native-handoff.ts';
import { startDirect, startSocial } from './social/start.ts';
import { startSso, submitSsoEmail } from './sso/commands.ts';
import type { Step } from './steps/step.ts';

/** Goes to another step without a request. */
export const goTo: Command<{ readonly step: Step; readonly replace?: boolean }> = {
  needsAgreement: undefined,
  once: undefined,
  run({ memory }, { step, replace = false }) {
    // Stored so that the previous form shows it when the person goes back.
    if (step.name === 'forgot-password' && step.identifier) memory.rememberIdentifier(step.identifier);
    return Promise.resolve({ go: step, replace });
  },
};

/** Every command by name. The compiler checks that the names are those of `commandNames`. */
export const commands = {
  checkAccount,
  createAccount,
  resumeVerification,
  submitSocialCallback,
  followLink,
  followResetLink,
  goTo,
  linkRelatedAccount,
  linkToExistingAccount,
  openLanding,
  resendCode,
  returnToApp,
  sendCode,
  startDirect,
  startRecovery,
  startSocial,
  startSso,
  submitCode,
  submitIdentifier,
  submitInteraction,
  submitMissingIdentifier,
  submitNewPassword,
  submitPassword,
  submitProfile,
  submitRegistration,
  submitSsoEmail,
  useExistingAccount,
} satisfies Record<CommandName, object>;

/** The input of each command. */
export type CommandInput<Name extends CommandName> = Parameters<(typeof commands)[Name]['run']>[1];
