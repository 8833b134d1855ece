import { addProfile } from '../../client/endpoints/profile.ts';
import { verifyCode } from '../../client/endpoints/verification-code.ts';
import type { Command } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import type { CodeIdentifier, CodePurpose } from '../steps.ts';
import { finish, finishProfile } from './interaction.ts';

/** The six digits of a one-time code: prove who it is, or add the address to the account. */
export const submitCode: Command<{
  readonly purpose: CodePurpose;
  readonly identifier: CodeIdentifier;
  readonly verificationId: string;
  readonly code: string;
}> = {
  async run(context, { purpose, identifier, verificationId: sent, code }) {
    const { client, signal } = context;
    if (!/^\d{6}$/.test(code)) throw new FlowProblem('input.code_incomplete');
    const { verificationId } = await client.call(verifyCode, { identifier, verificationId: sent, code }, { signal });
    if (purpose !== 'continue') return finish(context, { verificationId });
    await client.call(addProfile, { type: identifier.type, verificationId }, { signal });
    return finishProfile(context);
  },
};
