import { type InteractionEvent, interactionEvents } from '../client/schemas/identifier.ts';
import type { Storages } from '../platform/storage.ts';
import { isRecord, parseJson } from './guards.ts';

/** What a provider, a company's sign-on or a link proved about the person. */
export interface Proof {
  readonly kind: 'social' | 'sso' | 'link';
  readonly verificationId: string;
}

/** What the interaction on the server is about. */
export interface Interaction {
  readonly event: InteractionEvent;
  readonly proof?: Proof;
}

const interactionKey = 'sie:1:interaction';
const draftKey = 'sie:1:draft';

type Tab = Pick<Storages, 'session'>;

/** What the interaction is about: signing in, where nothing else is known. */
export function interactionOf({ session }: Tab): Interaction {
  const stored = parseJson(session.get(interactionKey));
  if (!isRecord(stored)) return { event: 'SignIn' };
  const proof = proofOf(stored['proof']);
  return { event: interactionEvents.find((name) => name === stored['event']) ?? 'SignIn', ...(proof && { proof }) };
}

export function rememberInteraction({ session }: Tab, interaction: Interaction): void {
  session.set(interactionKey, JSON.stringify(interaction));
}

function proofOf(value: unknown): Proof | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, verificationId } = value;
  if ((kind !== 'social' && kind !== 'sso' && kind !== 'link') || typeof verificationId !== 'string') return undefined;
  return { kind, verificationId };
}

/** What was entered on the profile screen and is not stored anywhere else yet, by name of the input. */
export function draftOf({ session }: Tab): Readonly<Record<string, string>> {
  const stored = parseJson(session.get(draftKey));
  const entries = Object.entries(isRecord(stored) ? stored : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

export function keepDraft({ session }: Tab, values: Readonly<Record<string, string>>): void {
  session.set(draftKey, JSON.stringify(values));
}
