import { identify } from '../../client/endpoints/interaction.ts';
import { addProfile } from '../../client/endpoints/profile.ts';
import { type Identifier, isCodeIdentifier } from '../../client/schemas/identifier.ts';
import { readUsernamePolicy, type UsernamePolicy } from '../../client/schemas/policies.ts';
import type { IdentifierType, Settings } from '../../client/schemas/settings.ts';
import type { ReadIdentifier } from '../../shared/read-identifier.ts';
import type { Action } from '../action.ts';
import type { Command } from '../context.ts';
import { submitAccount, identifyAndSubmit, interactionOf, startWithCaptcha, switchEvent } from '../interaction.ts';
import { field, goToAction, restartAt, type Rule, signInAgain } from '../outcome.ts';
import { askedTypes, checkIdentifier } from '../policy/identifiers.ts';
import { canSignIn, methodsFor, signUpTypes } from '../policy/tenant.ts';
import { FlowProblem } from '../problem.ts';
import { codeStep } from '../sign-in/commands.ts';
import { redirectIfSsoRequired } from '../sso/commands.ts';
import { hasInput, previousStep } from '../steps/index.ts';

/** "Create account" with an identifier. Other required profile data follows on later steps. */
export const submitRegistration: Command<{ readonly identifier: ReadIdentifier }> = {
  needsAgreement: 'register',
  once: undefined,
  async run(context, input) {
    const { client, settings, signal, step } = context;
    const identifier = checkNewIdentifier(input.identifier, askedTypes(step, signUpTypes(settings)), settings);
    const sso = await redirectIfSsoRequired(context, identifier);
    if (sso) return sso;
    if (!isCodeIdentifier(identifier)) {
      await startWithCaptcha(context, 'Register');
      await client.call(addProfile, { type: 'username', value: identifier.value }, { signal });
      return identifyAndSubmit(context, {});
    }
    await startWithCaptcha(context, 'Register');
    return codeStep(context, identifier, { purpose: 'register' });
  },
};

/** Creates an account from a verification record: of a code, a social connector, an enterprise SSO connector or a link. */
export const createAccount: Command<{ readonly verificationId?: string | undefined }> = {
  needsAgreement: 'register',
  once: undefined,
  async run(context, input) {
    const verificationId = input.verificationId ?? interactionOf(context.storages).proof?.verificationId;
    if (!verificationId) throw new FlowProblem('session.verification_session_not_found');
    await switchEvent(context, 'Register');
    return identifyAndSubmit(context, { verificationId });
  },
};

/** Signs in to the existing account of an address. */
export const useExistingAccount: Command<{ readonly verificationId: string }> = {
  needsAgreement: 'sign-in',
  once: undefined,
  async run(context, { verificationId }) {
    await switchEvent(context, 'SignIn');
    return identifyAndSubmit(context, { verificationId });
  },
};

/** Signs in to the existing account of an address and links the verified social identity to it. */
export const linkToExistingAccount: Command<{ readonly verificationId: string }> = {
  needsAgreement: undefined,
  once: undefined,
  async run(context, { verificationId }) {
    const { client, storages, signal } = context;
    const { proof } = interactionOf(storages);
    if (proof?.kind !== 'social') throw new FlowProblem('session.verification_session_not_found');
    await switchEvent(context, 'SignIn');
    await client.call(identify, { verificationId }, { signal });
    await client.call(addProfile, { type: 'social', verificationId: proof.verificationId }, { signal });
    return submitAccount(context);
  },
};

/** Signs in to the account that has the address of the social identity, and links the two. */
export const linkRelatedAccount: Command<object> = {
  needsAgreement: undefined,
  once: undefined,
  async run(context) {
    const { proof } = interactionOf(context.storages);
    if (proof?.kind !== 'social') throw new FlowProblem('session.verification_session_not_found');
    await switchEvent(context, 'SignIn');
    return identifyAndSubmit(context, { verificationId: proof.verificationId, linkSocialIdentity: true });
  },
};

/** @throws FlowProblem with the server's code for the first of the tenant's rules that a new username breaks. */
function checkUsername(username: string, { minLength, maxLength, allowedChars }: UsernamePolicy): void {
  const broken: readonly (readonly [boolean, string])[] = [
    [/^\d/.test(username), 'starts_with_number'],
    [!/^\w+$/.test(username), 'invalid_charset_hard'],
    [username.length < minLength, 'too_short'],
    [username.length > maxLength, 'too_long'],
    [!allowedChars.uppercase && /[A-Z]/.test(username), 'uppercase_not_allowed'],
    [!allowedChars.lowercase && /[a-z]/.test(username), 'lowercase_not_allowed'],
    [!allowedChars.numbers && /\d/.test(username), 'numbers_not_allowed'],
    [!allowedChars.underscore && username.includes('_'), 'underscore_not_allowed'],
  ];
  const [, rule] = broken.find(([isBroken]) => isBroken) ?? [];
  if (rule) throw new FlowProblem(`user.username_${rule}`, { min: String(minLength), max: String(maxLength) });
}

/** Checks the identifier of a new account; for usernames also the tenant's rules. @throws FlowProblem */
export function checkNewIdentifier(typed: ReadIdentifier, types: readonly IdentifierType[], settings: Settings): Identifier {
  const { type, value } = typed;
  if (type === 'username' && types.includes(type) && value) checkUsername(value, readUsernamePolicy(settings));
  return checkIdentifier(typed, types);
}

/** The details hold the bounds (`min`, `max`) for the text. */
export const usernameField: Rule = ({ step }) =>
  hasInput(step, 'identifier') ? field('identifier') : restartAt({ name: 'register' });

/** The address belongs to an existing account, probably of the same person. */
export const addressTaken: Rule = ({ step, settings, interaction }) => {
  if (!('verificationId' in step)) return signInAgain;
  const { identifier, verificationId } = step;
  const values = { type: identifier.type, value: identifier.value };
  const back = goToAction(previousStep(step));
  // Offer to sign in with the code only where the tenant accepts codes for sign-in; the server would reject it otherwise.
  const mayUse = interaction.event === 'Register' && canSignIn(settings) && methodsFor(settings, identifier.type).code;
  if (!mayUse) return { kind: 'confirm', code: 'account.exists', values, accept: back, decline: back };
  const isLink = step.purpose === 'continue' && interaction.proof?.kind === 'social';
  const accept: Action = { command: isLink ? 'linkToExistingAccount' : 'useExistingAccount', input: { verificationId } };
  const code = isLink ? 'account.link' : 'account.use_existing';
  return { kind: 'confirm', code, values, accept, decline: back };
};

export const blockedEmail: Rule = (situation) => {
  const { step } = situation;
  if (hasInput(step, 'code')) return restartAt(previousStep(step));
  return hasInput(step, 'identifier') ? field('identifier') : signInAgain;
};
