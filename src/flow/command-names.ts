import type { CommandName } from './commands/registry.ts';

/** Names of all commands; the commands themselves come later than the flow. `flow.test.ts` compares them. */
export const commandNames = (
  'checkAccount createAccount finishProof finishSocial followLink followResetLink goTo linkRelatedAccount linkToExistingAccount ' +
  'openLanding resendCode returnToApp sendCode startDirect startRecovery startSocial startSso submitCode submitIdentifier submitInteraction ' +
  'submitMissingIdentifier submitNewPassword submitPassword submitProfile submitRegistration submitSsoEmail useExistingAccount'
).split(' ') as readonly CommandName[];
