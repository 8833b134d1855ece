import { startInteraction } from '../../client/endpoints/interaction.ts';
import { verifyPassword } from '../../client/endpoints/password.ts';
import type { Command } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import { checkIdentifier, type TypedIdentifier } from '../policy/identifiers.ts';
import { signInTypes } from '../policy/methods.ts';
import { completeSignIn } from './complete-sign-in.ts';

/** Signs in with identifier and password, from the first screen or from the password screen. */
export const submitPassword: Command<{ readonly identifier: TypedIdentifier; readonly password: string }> = {
  needsAgreement: true,
  async run(context, input) {
    const { client, memory, settings, signal } = context;
    const identifier = checkIdentifier(input.identifier, signInTypes(settings));
    if (!input.password) throw new FlowProblem('input.password_required');
    memory.rememberIdentifier(identifier);
    await client.call(startInteraction, { interactionEvent: 'SignIn' }, { signal });
    const { verificationId } = await client.call(verifyPassword, { identifier, password: input.password }, { signal });
    return completeSignIn(context, verificationId);
  },
};
