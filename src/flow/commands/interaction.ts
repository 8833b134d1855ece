import { type Identify, identify, setInteractionEvent, startInteraction, submit } from '../../client/endpoints/interaction.ts';
import type { InteractionEvent } from '../../client/schemas/identifier.ts';
import type { Command, Context, Leave, Next } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import { type Interaction, interactionOf, type Proof, rememberInteraction } from '../interaction-memory.ts';
import { noteBegun } from '../own-interaction.ts';
import { webUrl } from '../policy/redirects.ts';

/** Starts the interaction anew. */
export async function begin(context: Context, event: InteractionEvent, captchaToken?: string): Promise<void> {
  const { client, storages, signal } = context;
  await client.call(startInteraction, { interactionEvent: event, captchaToken }, { signal });
  rememberInteraction(storages, { event, begun: noteBegun(context) });
}

/** Starts the interaction anew, after a captcha where the tenant asks for one. */
export async function beginGuarded(context: Context, event: InteractionEvent): Promise<void> {
  await begin(context, event, await context.solveCaptcha?.(context.signal));
}

/** Makes the interaction one of another kind; what was proved stays proved. */
export async function turnInto({ client, storages, signal }: Context, event: InteractionEvent): Promise<void> {
  await client.call(setInteractionEvent, { interactionEvent: event }, { signal });
  rememberInteraction(storages, { ...interactionOf(storages), event });
}

/**
 * Signs in with what a provider, a company's sign-on or a link proved. It is noted: an account may be made or linked with it later,
 * and where the line is lost from here on it still counts.
 */
export function finishWith(context: Context, proof: Proof): Promise<Next> {
  const { storages } = context;
  const interaction = { ...interactionOf(storages), proof };
  rememberInteraction(storages, interaction);
  // Handed on, not read again: there are tabs that keep nothing.
  return goOn(context, interaction);
}

/** Goes on with a proof after the line was lost: what was proved cannot be proved again. */
export const finishProof: Command<object> = {
  run: (context) => goOn(context, interactionOf(context.storages)),
};

async function goOn(context: Context, { event, proof }: Interaction): Promise<Next> {
  const { client, memory, signal } = context;
  if (!proof) throw new FlowProblem('session.verification_session_not_found');
  const { verificationId } = proof;
  if (event !== 'ForgotPassword') return finish(context, { verificationId });
  await client.call(identify, { verificationId }, { signal });
  const identifier = memory.identifier();
  return { go: { name: 'new-password', purpose: 'reset', ...(identifier && { identifier }) }, replace: true };
}

/** Notes that a code was right. */
export function rememberVerifiedCode({ storages }: Context, verificationId: string): void {
  rememberInteraction(storages, { ...interactionOf(storages), verifiedCode: verificationId });
}

/** The end of every way in: say who it is, submit, leave for the app. */
export async function finish(context: Context, identification: Identify): Promise<Leave> {
  await context.client.call(identify, identification, { signal: context.signal });
  return submitInteraction.run(context);
}

/** Completes an account: a new one is made of what was gathered, one that is known only takes it up. */
export function finishProfile(context: Context): Promise<Leave> {
  return interactionOf(context.storages).event === 'Register' ? finish(context, {}) : submitInteraction.run(context);
}

/** The last call of a sign-in: everything before it has been accepted. */
export const submitInteraction = {
  async run({ attempts, client, memory, signal }) {
    const submitted = await client.call(submit, {}, { signal }).catch((error: unknown) => {
      attempts.submissionError = error;
      throw error;
    });
    const leave = webUrl(submitted.redirectTo);
    memory.finish();
    return { leave, how: 'replace', final: true };
  },
} satisfies Command<object>;
