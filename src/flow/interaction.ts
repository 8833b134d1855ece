import * as z from 'zod/mini';
import {
  type Identify,
  identify,
  setInteractionEvent,
  startInteraction as startInteractionEndpoint,
  submit,
} from '../client/endpoints/interaction.ts';
import type { Client } from '../client/request.ts';
import { type InteractionEvent, interactionEvents } from '../client/schemas/identifier.ts';
import type { Storages } from '../platform/ports.ts';
import { isPrintableAscii } from '../shared/characters.ts';
import { anyRecord, lenient, object, optional, parseJson, text } from '../shared/schema.ts';
import type { Command, CommandContext, Leave, CommandResult } from './context.ts';
import { storageKey } from './memory.ts';
import { FlowProblem } from './problem.ts';
import { webUrl } from './social/redirects.ts';

const verificationRecord = object({
  kind: z.enum(['social', 'sso', 'link']),
  verificationId: z.string(),
  /** Of a social or an enterprise SSO connector. */
  connectorId: optional(text),
});

/** A verification by a provider, an enterprise SSO connector or a link. */
export type VerificationRecord = z.output<typeof verificationRecord>;

const storedInteraction = object({
  event: lenient(z.enum(interactionEvents), 'SignIn'),
  /** The name of the interaction, see `noteBegun`. */
  begun: optional(text),
  proof: optional(verificationRecord),
  /** The verification id of an accepted one-time code, so that it is not verified again after the connection failed. */
  verifiedCode: optional(text),
});

/** What this tab knows about the interaction on the server. */
export type Interaction = z.output<typeof storedInteraction>;

const interactionKey = storageKey('interaction');

type Tab = Pick<Storages, 'session'>;

/** What this tab knows about the interaction; the event is `SignIn` if nothing is stored. */
export function interactionOf({ session }: Tab): Interaction {
  return parseJson(storedInteraction, session.get(interactionKey)) ?? { event: 'SignIn' };
}

export function rememberInteraction({ session }: Tab, interaction: Interaction): void {
  session.set(interactionKey, JSON.stringify(interaction));
}

/**
 * The server keeps one interaction per app and browser. Another tab that starts one (e.g. by a link that an attacker sent) replaces
 * it, and what the person enters in the first tab would go to the other account. So each started interaction has a name in storage
 * that all tabs share, and a tab continues only its own.
 */
type Memories = Pick<CommandContext, 'memory' | 'storages'>;

const begunKey = storageKey('begun');

/** A request that names no app continues the interaction that was started last, for any app. */
function appOf({ memory }: Memories): string {
  const { appId = '' } = memory.session();
  return isPrintableAscii(appId) ? appId : '';
}

/** Names of the last started interactions, by app. Undefined where storage is denied. */
function beginnings({ storages: { local } }: Memories): Readonly<Record<string, unknown>> | undefined {
  return parseJson(anyRecord, local.get(begunKey));
}

/** Notes that this tab has started the interaction. @returns its name, to be stored with it */
export function noteBegun(context: CommandContext): string {
  const name = context.randomToken();
  const app = appOf(context);
  const { '': _, ...others } = app ? (beginnings(context) ?? {}) : {};
  context.storages.local.set(begunKey, JSON.stringify({ ...others, [app]: name }));
  return name;
}

/** Whether another tab has started an interaction since. False if that is unknown. */
function isReplaced(context: CommandContext): boolean {
  const { begun } = interactionOf(context.storages);
  const known = beginnings(context);
  return begun !== undefined && known !== undefined && known[appOf(context)] !== begun;
}

/** The client of a command: only changes this tab's own interaction. */
export function ownClient(context: CommandContext): Client {
  return {
    async call(endpoint, request, options) {
      const isFree = endpoint.method === 'GET' || (endpoint as unknown) === startInteractionEndpoint;
      if (!isFree && isReplaced(context)) throw new FlowProblem('session.verification_session_not_found');
      return context.client.call(endpoint, request, options);
    },
  };
}

/** Starts a new interaction. */
export async function startInteraction(context: CommandContext, event: InteractionEvent, captchaToken?: string): Promise<void> {
  const { client, storages, signal } = context;
  await client.call(startInteractionEndpoint, { interactionEvent: event, captchaToken }, { signal });
  rememberInteraction(storages, { event, begun: noteBegun(context) });
}

/** Starts a new interaction, after a captcha if the tenant requires one. */
export async function startWithCaptcha(context: CommandContext, event: InteractionEvent): Promise<void> {
  await startInteraction(context, event, await context.solveCaptcha?.(context.signal));
}

/** Changes the event of the interaction; verification records stay valid. */
export async function switchEvent({ client, storages, signal }: CommandContext, event: InteractionEvent): Promise<void> {
  await client.call(setInteractionEvent, { interactionEvent: event }, { signal });
  rememberInteraction(storages, { ...interactionOf(storages), event });
}

/**
 * Signs in with the verification record of a social connector, an enterprise SSO connector or a link. The record is stored because an
 * account may be created or linked with it later, and because it stays valid if the connection fails from here on.
 */
export function submitWithVerification(context: CommandContext, verification: VerificationRecord): Promise<CommandResult> {
  const { storages } = context;
  const interaction = { ...interactionOf(storages), proof: verification };
  rememberInteraction(storages, interaction);
  // Passed on instead of read from storage, because some browsers deny storage.
  return continueWith(context, interaction);
}

/** Continues with a verification record after a connection failure, because its response or token works only once. */
export const resumeVerification: Command<object> = {
  needsAgreement: undefined,
  once: undefined,
  run: (context) => continueWith(context, interactionOf(context.storages)),
};

async function continueWith(context: CommandContext, { event, proof }: Interaction): Promise<CommandResult> {
  const { client, memory, signal } = context;
  if (!proof) throw new FlowProblem('session.verification_session_not_found');
  const { verificationId } = proof;
  if (event !== 'ForgotPassword') return identifyAndSubmit(context, { verificationId });
  await client.call(identify, { verificationId }, { signal });
  const identifier = memory.identifier();
  return { go: { name: 'new-password', purpose: 'reset', ...(identifier && { identifier }) }, replace: true };
}

/** Notes that a code was accepted. */
export function rememberVerifiedCode({ storages }: CommandContext, verificationId: string): void {
  rememberInteraction(storages, { ...interactionOf(storages), verifiedCode: verificationId });
}

/** The last calls of every sign-in: identify, submit, redirect to the app. */
export async function identifyAndSubmit(context: CommandContext, identification: Identify): Promise<Leave> {
  await context.client.call(identify, identification, { signal: context.signal });
  return submitInteraction.run(context);
}

/** Submits a completed profile: creates a new account from it, or updates the existing one. */
export function submitAccount(context: CommandContext): Promise<Leave> {
  return interactionOf(context.storages).event === 'Register' ? identifyAndSubmit(context, {}) : submitInteraction.run(context);
}

/** The last call of a sign-in; everything before it has been accepted. */
export const submitInteraction = {
  needsAgreement: undefined,
  once: undefined,
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
