import { addProfile } from '../../client/endpoints/profile.ts';
import type { Command } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import { isCodeIdentifier } from '../guards.ts';
import { interactionOf } from '../interaction-memory.ts';
import { askedTypes, type TypedIdentifier } from '../policy/identifiers.ts';
import { signUpTypes } from '../policy/sign-up.ts';
import { checkNewIdentifier } from '../policy/usernames.ts';
import { beginGuarded, finish, turnInto } from './interaction.ts';
import { codeStep } from './send-code.ts';
import { enter } from './start-sso.ts';

/** "Create account" with an identifier. What else the tenant wants is asked for afterwards. */
export const submitRegistration: Command<{ readonly identifier: TypedIdentifier }> = {
  needsAgreement: 'register',
  async run(context, input) {
    const { client, settings, signal, step } = context;
    const identifier = checkNewIdentifier(input.identifier, askedTypes(step, signUpTypes(settings)), settings);
    const signOn = await enter(context, identifier);
    if (signOn) return signOn;
    if (!isCodeIdentifier(identifier)) {
      await beginGuarded(context, 'Register');
      await client.call(addProfile, { type: 'username', value: identifier.value }, { signal });
      return finish(context, {});
    }
    await beginGuarded(context, 'Register');
    return codeStep(context, identifier, { purpose: 'register' });
  },
};

/** Makes an account out of what was proved: by a code, a provider, a company's sign-on or a link. */
export const createAccount: Command<{ readonly verificationId?: string | undefined }> = {
  needsAgreement: 'register',
  async run(context, input) {
    const verificationId = input.verificationId ?? interactionOf(context.storages).proof?.verificationId;
    if (!verificationId) throw new FlowProblem('session.verification_session_not_found');
    await turnInto(context, 'Register');
    return finish(context, { verificationId });
  },
};
