import { verifySocial } from '../../client/endpoints/social.ts';
import { ApiError } from '../../client/errors.ts';
import type { Command } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import { findSocial, forgetSocial } from '../social-memory.ts';
import type { Params } from '../steps.ts';
import { completeSignIn } from './complete-sign-in.ts';

/** Back from a provider: check that this is the answer to our question, then sign in with it (flows 10.2). */
export const finishSocial: Command<{ readonly connectorId: string; readonly params: Params }> = {
  async run(context, { connectorId, params: { state, ...answer } }) {
    const { client, navigation, signal } = context;
    if (!state) throw new FlowProblem('callback.state_missing');
    const attempt = findSocial(context, connectorId, state);
    if (!attempt) throw new FlowProblem('callback.state_mismatch');
    const redirectUri = `${navigation.origin}/callback/${connectorId}`;
    const verified = client.call(
      verifySocial,
      { connectorId, verificationId: attempt.verificationId, connectorData: { ...answer, redirectUri } },
      { signal },
    );
    const forget = () => forgetSocial(context, connectorId, state);
    // What the server has answered is over; a lost connection may be tried again.
    verified.then(forget, (error: unknown) => error instanceof ApiError && forget());
    const { verificationId } = await verified;
    return completeSignIn(context, verificationId);
  },
};
