import { addProfile } from '../../client/endpoints/profile.ts';
import { sendCode as sendCodeEndpoint, verifyCode, verifyPassword } from '../../client/endpoints/verification.ts';
import { type InteractionEvent, isCodeIdentifier } from '../../client/schemas/identifier.ts';
import type { ReadIdentifier } from '../../shared/read-identifier.ts';
import { type Action, identifierIn } from '../action.ts';
import type { Command, CommandContext, Go } from '../context.ts';
import { submitAccount, identifyAndSubmit, interactionOf, rememberVerifiedCode, startWithCaptcha } from '../interaction.ts';
import { field, followUp, goToAction, isArrival, notice, replaceWith, type Rule, signInAgain } from '../outcome.ts';
import { askedTypes, checkIdentifier } from '../policy/identifiers.ts';
import { canRegisterWith, canSignIn, methodsFor, signInTypes } from '../policy/tenant.ts';
import { FlowProblem } from '../problem.ts';
import { redirectIfSsoRequired } from '../sso/commands.ts';
import { hasInput } from '../steps/index.ts';
import type { CodeIdentifier, CodePurpose, MissingIdentifier } from '../steps/step.ts';

/** Identifier first: goes to enterprise SSO or to the password, or sends a code if the tenant prefers codes. */
export const submitIdentifier: Command<{ readonly identifier: ReadIdentifier }> = {
  needsAgreement: 'sign-in',
  once: undefined,
  async run(context, input) {
    const { settings, step } = context;
    const identifier = checkIdentifier(input.identifier, askedTypes(step, signInTypes(settings)));
    const sso = await redirectIfSsoRequired(context, identifier);
    if (sso) return sso;
    if (!isCodeIdentifier(identifier) || methodsFor(settings, identifier.type).passwordFirst) {
      return { go: { name: 'password', identifier } };
    }
    await startWithCaptcha(context, 'SignIn');
    return codeStep(context, identifier, { purpose: 'sign-in' });
  },
};

/** Signs in with identifier and password, from the first screen or from the password screen. */
export const submitPassword: Command<{ readonly identifier: ReadIdentifier; readonly password: string }> = {
  needsAgreement: 'sign-in',
  once: undefined,
  async run(context, input) {
    const { client, settings, signal, step } = context;
    const identifier = checkIdentifier(input.identifier, askedTypes(step, signInTypes(settings)));
    const sso = await redirectIfSsoRequired(context, identifier);
    if (sso) return sso;
    if (!input.password) throw new FlowProblem('input.password_required');
    await startWithCaptcha(context, 'SignIn');
    const { verificationId } = await client.call(verifyPassword, { identifier, password: input.password }, { signal });
    return identifyAndSubmit(context, { verificationId });
  },
};

const events = { 'sign-in': 'SignIn', register: 'Register', 'forgot-password': 'ForgotPassword' } as const;

/** The purpose of a code, and the missing identifier where it completes a profile. */
export interface Kind {
  readonly purpose: CodePurpose;
  readonly missing?: MissingIdentifier | undefined;
}

/** Sends a code and goes to the screen that takes it. */
export async function codeStep(context: CommandContext, identifier: CodeIdentifier, { purpose, missing }: Kind): Promise<Go> {
  const { client, clock, storages, signal } = context;
  const interactionEvent: InteractionEvent = purpose === 'continue' ? interactionOf(storages).event : events[purpose];
  const { verificationId } = await client.call(sendCodeEndpoint, { identifier, interactionEvent }, { signal });
  const sentAt = clock.now();
  return { go: { name: 'verification-code', purpose, identifier, verificationId, sentAt, ...(missing && { missing }) } };
}

/** Signs in with a one-time code instead of a password. */
export const sendCode: Command<{ readonly identifier: CodeIdentifier }> = {
  needsAgreement: 'sign-in',
  once: undefined,
  async run(context, { identifier }) {
    await startWithCaptcha(context, 'SignIn');
    return { ...(await codeStep(context, identifier, { purpose: 'sign-in' })), replace: true };
  },
};

/** Sends another code for the same identifier; the earlier one no longer counts. */
export const resendCode: Command<Kind & { readonly identifier: CodeIdentifier }> = {
  needsAgreement: undefined,
  once: undefined,
  async run(context, { identifier, purpose, missing }) {
    return {
      ...(await codeStep(context, identifier, { purpose, missing })),
      replace: true,
      notice: { tone: 'success', code: 'code.sent' },
    };
  },
};

/** Verifies a one-time code: identifies the person, or adds the address to the account. */
export const submitCode: Command<{
  readonly purpose: CodePurpose;
  readonly identifier: CodeIdentifier;
  readonly verificationId: string;
  readonly code: string;
}> = {
  // The checkbox can be cleared after the code was sent.
  needsAgreement: ({ purpose }) => (purpose === 'sign-in' || purpose === 'register' ? purpose : undefined),
  once: undefined,
  async run(context, { purpose, identifier, verificationId, code }) {
    const { client, signal, storages } = context;
    if (!/^\d{6}$/.test(code)) throw new FlowProblem('input.code_incomplete');
    if (interactionOf(storages).verifiedCode !== verificationId) {
      await client.call(verifyCode, { identifier, verificationId, code }, { signal });
      rememberVerifiedCode(context, verificationId);
    }
    if (purpose !== 'continue') return identifyAndSubmit(context, { verificationId });
    await client.call(addProfile, { type: identifier.type, verificationId }, { signal });
    return submitAccount(context);
  },
};

/** On a step without a code field the purpose of the code is lost. */
export const wrongCode: Rule = ({ step }) => (hasInput(step, 'code') ? field('code') : signInAgain);

/** Only a password field alone may show that the password is wrong. Beside an identifier that would reveal which accounts exist. */
export const wrongCredentials: Rule = ({ step }) => (hasInput(step, 'identifier') ? notice : field('password'));

/** No account has this address. */
export const unknownAccount: Rule = (situation) => {
  const { step, settings, interaction } = situation;
  if (interaction.proof?.kind === 'link' && isArrival(situation)) return followUp('createAccount');
  if (!('verificationId' in step)) return signInAgain;
  const { identifier, verificationId } = step;
  const values = { type: identifier.type, value: identifier.value };
  if (step.purpose === 'sign-in' && canRegisterWith(settings, identifier.type)) {
    const accept: Action = { command: 'createAccount', input: { verificationId } };
    return { kind: 'confirm', code: 'account.create', values, accept, decline: goToAction({ name: 'sign-in' }) };
  }
  const back = goToAction({ name: step.purpose === 'forgot-password' ? 'forgot-password' : 'sign-in' });
  return { kind: 'confirm', code: 'user.user_not_exist', values, accept: back, decline: back };
};

/** The tenant's quota of messages is exhausted: goes to the password, if there is one. */
export const codeNotSent: Rule = ({ action, settings, step }) => {
  const { identifier } = identifierIn(action.input);
  const hasPassword = identifier && step.name === 'sign-in' && methodsFor(settings, identifier.type).password;
  return hasPassword ? { ...replaceWith({ name: 'password', identifier }), say: 'code.not_sent_use_password' } : notice;
};

/** The tenant allows no sign-in here, but an account can be created from the verification record. */
export const forbidden: Rule = (situation) => {
  const { settings, interaction } = situation;
  return interaction.proof && isArrival(situation) && !canSignIn(settings) ? followUp('createAccount') : signInAgain;
};
