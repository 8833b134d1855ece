import type { CommandName } from '../command-names.ts';
import { finishProof, submitInteraction } from './interaction.ts';
import { submitMissingIdentifier, submitProfile } from './complete-profile.ts';
import { openLanding, returnToApp } from './cross-native.ts';
import { finishSocial } from './finish-social.ts';
import { checkAccount, followLink, followResetLink } from './follow-link.ts';
import { goTo } from './move.ts';
import { startRecovery } from './recover.ts';
import { createAccount, submitRegistration } from './register.ts';
import { resendCode, sendCode } from './send-code.ts';
import { startDirect } from './start-direct.ts';
import { startSocial } from './start-social.ts';
import { startSso, submitSsoEmail } from './start-sso.ts';
import { submitCode } from './submit-code.ts';
import { submitIdentifier } from './submit-identifier.ts';
import { submitNewPassword } from './submit-new-password.ts';
import { submitPassword } from './submit-password.ts';
import { linkRelatedAccount, linkToExistingAccount, useExistingAccount } from './use-existing-account.ts';

/** Every command by name. The compiler wants exactly those that `command-names.ts` has. */
export const commands = {
  checkAccount,
  createAccount,
  finishProof,
  finishSocial,
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

/** What each command takes. */
export type CommandInput<Name extends CommandName> = Parameters<(typeof commands)[Name]['run']>[1];
