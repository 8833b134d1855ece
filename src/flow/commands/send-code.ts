import { sendCode as sendCodeEndpoint } from '../../client/endpoints/verification-code.ts';
import type { InteractionEvent } from '../../client/schemas/identifier.ts';
import type { Command, Context, Go } from '../context.ts';
import type { CodeIdentifier, CodePurpose, MissingIdentifier } from '../steps/step.ts';
import { interactionOf } from '../interaction-memory.ts';
import { beginGuarded } from './interaction.ts';

const events = { 'sign-in': 'SignIn', register: 'Register', 'forgot-password': 'ForgotPassword' } as const;

/** What a code is for, and what was asked for where it completes a profile. */
export interface Kind {
  readonly purpose: CodePurpose;
  readonly missing?: MissingIdentifier | undefined;
}

/** Sends a code and goes to the screen that takes it. */
export async function codeStep(context: Context, identifier: CodeIdentifier, { purpose, missing }: Kind): Promise<Go> {
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
    await beginGuarded(context, 'SignIn');
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
