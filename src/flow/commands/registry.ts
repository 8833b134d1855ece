import { openLanding, returnToApp } from './cross-native.ts';
import { finishSocial } from './finish-social.ts';
import { goTo } from './move.ts';
import { resendCode, sendCode } from './send-code.ts';
import { startDirect } from './start-direct.ts';
import { startSocial } from './start-social.ts';
import { submitCode } from './submit-code.ts';
import { submitIdentifier } from './submit-identifier.ts';
import { submitPassword } from './submit-password.ts';

/** Every command by name. A new one is one line here. */
export const commands = {
  finishSocial,
  goTo,
  openLanding,
  resendCode,
  returnToApp,
  sendCode,
  startDirect,
  startSocial,
  submitCode,
  submitIdentifier,
  submitPassword,
};

export type CommandName = keyof typeof commands;

/** What each command takes. */
export type CommandInput<Name extends CommandName> = Parameters<(typeof commands)[Name]['run']>[1];
