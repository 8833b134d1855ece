import { verifyPassword } from '../../client/endpoints/password.ts';
import type { Command } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import { askedTypes, checkIdentifier, type TypedIdentifier } from '../policy/identifiers.ts';
import { signInTypes } from '../policy/methods.ts';
import { beginGuarded, finish } from './interaction.ts';
import { enter } from './start-sso.ts';

/** Signs in with identifier and password, from the first screen or from the password screen. */
export const submitPassword: Command<{ readonly identifier: TypedIdentifier; readonly password: string }> = {
  needsAgreement: 'sign-in',
  async run(context, input) {
    const { client, settings, signal, step } = context;
    const identifier = checkIdentifier(input.identifier, askedTypes(step, signInTypes(settings)));
    const signOn = await enter(context, identifier);
    if (signOn) return signOn;
    if (!input.password) throw new FlowProblem('input.password_required');
    await beginGuarded(context, 'SignIn');
    const { verificationId } = await client.call(verifyPassword, { identifier, password: input.password }, { signal });
    return finish(context, { verificationId });
  },
};
