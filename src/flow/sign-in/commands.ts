import { addProfile } from '../../client/endpoints/profile.ts';
import { sendCode as sendCodeEndpoint, verifyCode, verifyPassword } from '../../client/endpoints/verification.ts';
import { type InteractionEvent, isCodeIdentifier } from '../../client/schemas/identifier.ts';
import type { Command, CommandContext, Go } from '../context.ts';
import { FlowProblem } from '../problem.ts';
import { startWithCaptcha, identifyAndSubmit, finishProfile, interactionOf, rememberVerifiedCode } from '../interaction.ts';
import { askedTypes, checkIdentifier, type TypedIdentifier } from '../policy/identifiers.ts';
import { methodsFor, signInTypes } from '../policy/tenant.ts';
import { redirectIfSsoRequired } from '../sso/commands.ts';
import type { CodeIdentifier, CodePurpose, MissingIdentifier } from '../steps/step.ts';

/** Identifier first: on to the company's sign-on, to the password, or send a code where codes come first. */
export const submitIdentifier: Command<{ readonly identifier: TypedIdentifier }> = {
  needsAgreement: 'sign-in',
  async run(context, input) {
    const { settings, step } = context;
    const identifier = checkIdentifier(input.identifier, askedTypes(step, signInTypes(settings)));
    const signOn = await redirectIfSsoRequired(context, identifier);
    if (signOn) return signOn;
    if (!isCodeIdentifier(identifier) || methodsFor(settings, identifier.type).passwordFirst) {
      return { go: { name: 'password', identifier } };
    }
    await startWithCaptcha(context, 'SignIn');
    return codeStep(context, identifier, { purpose: 'sign-in' });
  },
};

/** Signs in with identifier and password, from the first screen or from the password screen. */
export const submitPassword: Command<{ readonly identifier: TypedIdentifier; readonly password: string }> = {
  needsAgreement: 'sign-in',
  async run(context, input) {
    const { client, settings, signal, step } = context;
    const identifier = checkIdentifier(input.identifier, askedTypes(step, signInTypes(settings)));
    const signOn = await redirectIfSsoRequired(context, identifier);
    if (signOn) return signOn;
    if (!input.password) throw new FlowProblem('input.password_required');
    await startWithCaptcha(context, 'SignIn');
    const { verificationId } = await client.call(verifyPassword, { identifier, password: input.password }, { signal });
    return identifyAndSubmit(context, { verificationId });
  },
};

const events = { 'sign-in': 'SignIn', register: 'Register', 'forgot-password': 'ForgotPassword' } as const;

/** What a code is for, and what was asked for where it completes a profile. */
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
  async run(context, { identifier }) {
    await startWithCaptcha(context, 'SignIn');
    return { ...(await codeStep(context, identifier, { purpose: 'sign-in' })), replace: true };
  },
};

/** Sends another code for the same identifier; the earlier one no longer counts. */
export const resendCode: Command<Kind & { readonly identifier: CodeIdentifier }> = {
  async run(context, { identifier, purpose, missing }) {
    return {
      ...(await codeStep(context, identifier, { purpose, missing })),
      replace: true,
      notice: { tone: 'success', code: 'code.sent' },
    };
  },
};

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
    if (purpose !== 'continue') return identifyAndSubmit(context, { verificationId });
    await client.call(addProfile, { type: identifier.type, verificationId }, { signal });
    return finishProfile(context);
  },
};
