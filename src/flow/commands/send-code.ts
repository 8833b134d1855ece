import { startInteraction } from '../../client/endpoints/interaction.ts';
import { sendCode as sendCodeEndpoint } from '../../client/endpoints/verification-code.ts';
import type { Command, Context, Go } from '../context.ts';
import type { CodeIdentifier } from '../steps.ts';

/** Sends a code and goes to the screen that takes it. */
export async function codeStep(context: Context, identifier: CodeIdentifier): Promise<Go> {
  const { client, clock, signal } = context;
  const { verificationId } = await client.call(sendCodeEndpoint, { identifier, interactionEvent: 'SignIn' }, { signal });
  return { go: { name: 'verification-code', identifier, verificationId, sentAt: clock.now() } };
}

/** Signs in with a one-time code instead of a password. */
export const sendCode: Command<{ readonly identifier: CodeIdentifier }> = {
  needsAgreement: true,
  async run(context, { identifier }) {
    await context.client.call(startInteraction, { interactionEvent: 'SignIn' }, { signal: context.signal });
    return { ...(await codeStep(context, identifier)), replace: true };
  },
};

/** Sends another code for the same identifier; the earlier one no longer counts. */
export const resendCode: Command<{ readonly identifier: CodeIdentifier }> = {
  async run(context, { identifier }) {
    return { ...(await codeStep(context, identifier)), replace: true, notice: { tone: 'success', code: 'code.sent' } };
  },
};
