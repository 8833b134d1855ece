import type { Command } from '../context.ts';
import type { CodeIdentifier } from '../steps/step.ts';
import { checkIdentifier, type TypedIdentifier } from '../policy/identifiers.ts';
import { recoveryTypes } from '../policy/recovery.ts';
import { beginGuarded } from './interaction.ts';
import { codeStep } from './send-code.ts';

/** "Forgot your password?": a code to an address of the account, or the address that a link was sent to. */
export const startRecovery: Command<{ readonly identifier: TypedIdentifier; readonly token?: string | undefined }> = {
  async run(context, { identifier: typed, token }) {
    const { step } = context;
    const identifier = checkIdentifier(typed, token ? ['email'] : recoveryTypes(context.settings)) as CodeIdentifier;
    if (token) return { go: { name: 'reset-token', token, email: identifier.value }, replace: true };
    await beginGuarded(context, 'ForgotPassword');
    const next = await codeStep(context, identifier, { purpose: 'forgot-password' });
    return { ...next, ...(step.name === 'forgot-password' && { from: { ...step, identifier } }) };
  },
};
