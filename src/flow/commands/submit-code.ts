import { verifyCode } from '../../client/endpoints/verification-code.ts';
import type { Command } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import type { CodeIdentifier } from '../steps.ts';
import { completeSignIn } from './complete-sign-in.ts';

/** Signs in with the six digits of a one-time code. */
export const submitCode: Command<{
  readonly identifier: CodeIdentifier;
  readonly verificationId: string;
  readonly code: string;
}> = {
  async run(context, input) {
    if (!/^\d{6}$/.test(input.code)) throw new FlowProblem('input.code_incomplete');
    const { verificationId } = await context.client.call(verifyCode, input, { signal: context.signal });
    return completeSignIn(context, verificationId);
  },
};
