import { identify } from '../../client/endpoints/interaction.ts';
import { addProfile } from '../../client/endpoints/profile.ts';
import type { Command } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import { interactionOf } from '../interaction-memory.ts';
import { finish, finishProfile, turnInto } from './interaction.ts';

/** The address belongs to an account already: sign in to that one. */
export const useExistingAccount: Command<{ readonly verificationId: string }> = {
  needsAgreement: 'sign-in',
  async run(context, { verificationId }) {
    await turnInto(context, 'SignIn');
    return finish(context, { verificationId });
  },
};

/** The same, and from now on the provider that the person came with signs in to it, too. */
export const linkToExistingAccount: Command<{ readonly verificationId: string }> = {
  async run(context, { verificationId }) {
    const { client, storages, signal } = context;
    const { proof } = interactionOf(storages);
    if (proof?.kind !== 'social') throw new FlowProblem('session.verification_session_not_found');
    await turnInto(context, 'SignIn');
    await client.call(identify, { verificationId }, { signal });
    await client.call(addProfile, { type: 'social', verificationId: proof.verificationId }, { signal });
    return finishProfile(context);
  },
};

/** Signs in to the account that the provider's address points at, and links the two. */
export const linkRelatedAccount: Command<object> = {
  async run(context) {
    const { proof } = interactionOf(context.storages);
    if (proof?.kind !== 'social') throw new FlowProblem('session.verification_session_not_found');
    await turnInto(context, 'SignIn');
    return finish(context, { verificationId: proof.verificationId, linkSocialIdentity: true });
  },
};
