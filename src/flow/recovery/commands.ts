import { submitPasswordReset } from '../../client/endpoints/interaction.ts';
import { addProfile, replacePassword } from '../../client/endpoints/profile.ts';
import { readPasswordRejections } from '../../client/schemas/error-data.ts';
import { readPasswordPolicy } from '../../client/schemas/policies.ts';
import type { ReadIdentifier } from '../../shared/read-identifier.ts';
import { identifierIn } from '../action.ts';
import type { Command } from '../context.ts';
import { submitAccount, startWithCaptcha } from '../interaction.ts';
import { goToAction, notice, replaceWith, type Rule } from '../outcome.ts';
import { checkIdentifier } from '../policy/identifiers.ts';
import { passwordRejections } from '../policy/passwords.ts';
import { recoveryTypes } from '../policy/tenant.ts';
import { FlowProblem } from '../problem.ts';
import { codeStep } from '../sign-in/commands.ts';
import type { CodeIdentifier } from '../steps/step.ts';

/** "Forgot your password?": sends a code to the address, or verifies a link with the address that it was sent to. */
export const startRecovery: Command<{ readonly identifier: ReadIdentifier; readonly token?: string | undefined }> = {
  needsAgreement: undefined,
  once: undefined,
  async run(context, { identifier: typed, token }) {
    const { step } = context;
    const identifier = checkIdentifier(typed, token ? ['email'] : recoveryTypes(context.settings)) as CodeIdentifier;
    if (token) return { go: { name: 'reset-token', token, email: identifier.value }, replace: true };
    await startWithCaptcha(context, 'ForgotPassword');
    const next = await codeStep(context, identifier, { purpose: 'forgot-password' });
    return { ...next, ...(step.name === 'forgot-password' && { from: { ...step, identifier } }) };
  },
};

/** Sets a first password, or a new one after a recovery. `confirmation`: value of the second password field, if there is one. */
export const submitNewPassword: Command<{
  readonly purpose: 'continue' | 'reset';
  readonly password: string;
  readonly confirmation?: string | undefined;
}> = {
  needsAgreement: undefined,
  once: undefined,
  async run(context, { purpose, password, confirmation = password }) {
    const { client, memory, settings, signal } = context;
    if (!password) throw new FlowProblem('input.new_password_required');
    const rejections = passwordRejections(password, readPasswordPolicy(settings));
    if (rejections.length > 0) throw new FlowProblem('password.rejected', undefined, rejections);
    if (confirmation !== password) throw new FlowProblem('input.passwords_differ');
    if (purpose === 'continue') {
      await client.call(addProfile, { type: 'password', value: password }, { signal });
      return submitAccount(context);
    }
    await client.call(replacePassword, { password }, { signal });
    await client.call(submitPasswordReset, {}, { signal });
    memory.finish();
    return { go: { name: 'sign-in' }, replace: true, notice: { tone: 'success', code: 'password.changed' } };
  },
};

/** The person is verified, so the old password may be replaced. */
export const passwordWanted: Rule = ({ action }) =>
  replaceWith({ name: 'new-password', purpose: 'reset', ...identifierIn(action.input) });

export const rejectedPassword: Rule = ({ data }) => {
  const rejections = readPasswordRejections(data) ?? [];
  const values: Record<string, string | readonly string[]> = { rules: rejections.map(({ code }) => code) };
  for (const { code, interpolation } of rejections) values[code] = String(interpolation?.min ?? interpolation?.max ?? '');
  return { kind: 'field', field: 'newPassword', values };
};

export const passwordExpired: Rule = ({ settings, action }) => {
  if (recoveryTypes(settings).length === 0) return notice;
  const accept = goToAction({ name: 'forgot-password', ...identifierIn(action.input) });
  return { kind: 'confirm', code: 'password.expired', accept, decline: accept };
};
