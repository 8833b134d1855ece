import { addProfile } from '../../client/endpoints/profile.ts';
import { verifyCode } from '../../client/endpoints/verification-code.ts';
import type { Command } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import type { CodeIdentifier, CodePurpose } from '../steps/step.ts';
import { interactionOf } from '../interaction-memory.ts';
import { finish, finishProfile, rememberVerifiedCode } from './interaction.ts';

/** The six digits of a one-time code: prove who it is, or add the address to the account. */
export const submitCode: Command<{
  readonly purpose: CodePurpose;
  readonly identifier: CodeIdentifier;
  readonly verificationId: string;
  readonly code: string;
}> = {
  // The tick can be taken back after the code was sent.
  needsAgreement: ({ purpose }) => (purpose === 'sign-in' || purpose === 'register' ? purpose : undefined),
  async run(context, { purpose, identifier, verificationId, code }) {
    const { client, signal, storages } = context;
    if (!/^\d{6}$/.test(code)) throw new FlowProblem('input.code_incomplete');
    if (interactionOf(storages).verifiedCode !== verificationId) {
      await client.call(verifyCode, { identifier, verificationId, code }, { signal });
      rememberVerifiedCode(context, verificationId);
    }
    if (purpose !== 'continue') return finish(context, { verificationId });
    await client.call(addProfile, { type: identifier.type, verificationId }, { signal });
    return finishProfile(context);
  },
};
