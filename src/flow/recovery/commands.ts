import { submitPasswordReset } from '../../client/endpoints/interaction.ts';
import { addProfile, replacePassword } from '../../client/endpoints/profile.ts';
import { readPasswordPolicy } from '../../client/schemas/policies.ts';
import type { Command } from '../context.ts';
import { FlowProblem } from '../problem.ts';
import { startWithCaptcha, finishProfile } from '../interaction.ts';
import { checkIdentifier, type TypedIdentifier } from '../policy/identifiers.ts';
import { passwordRejections } from '../policy/passwords.ts';
import { recoveryTypes } from '../policy/tenant.ts';
import { codeStep } from '../sign-in/commands.ts';
import type { CodeIdentifier } from '../steps/step.ts';

/** "Forgot your password?": a code to an address of the account, or the address that a link was sent to. */
export const startRecovery: Command<{ readonly identifier: TypedIdentifier; readonly token?: string | undefined }> = {
  async run(context, { identifier: typed, token }) {
    const { step } = context;
    const identifier = checkIdentifier(typed, token ? ['email'] : recoveryTypes(context.settings)) as CodeIdentifier;
    if (token) return { go: { name: 'reset-token', token, email: identifier.value }, replace: true };
    await startWithCaptcha(context, 'ForgotPassword');
    const next = await codeStep(context, identifier, { purpose: 'forgot-password' });
    return { ...next, ...(step.name === 'forgot-password' && { from: { ...step, identifier } }) };
  },
};

/** A first password, or a new one after a recovery. `confirmation`: what was typed into a second field, where there is one. */
export const submitNewPassword: Command<{
  readonly purpose: 'continue' | 'reset';
  readonly password: string;
  readonly confirmation?: string | undefined;
}> = {
  async run(context, { purpose, password, confirmation = password }) {
    const { client, memory, settings, signal } = context;
    if (!password) throw new FlowProblem('input.new_password_required');
    const rejections = passwordRejections(password, readPasswordPolicy(settings));
    if (rejections.length > 0) throw new FlowProblem('password.rejected', undefined, rejections);
    if (confirmation !== password) throw new FlowProblem('input.passwords_differ');
    if (purpose === 'continue') {
      await client.call(addProfile, { type: 'password', value: password }, { signal });
      return finishProfile(context);
    }
    await client.call(replacePassword, { password }, { signal });
    await client.call(submitPasswordReset, {}, { signal });
    memory.finish();
    return { go: { name: 'sign-in' }, replace: true, notice: { tone: 'success', code: 'password.changed' } };
  },
};
