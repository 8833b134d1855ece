import { type InteractionEvent, interactionEvents } from '../client/schemas/identifier.ts';
import type { Storages } from '../platform/storage.ts';
import { isRecord, parseJson, textOf } from './guards.ts';

/** What a provider, a company's sign-on or a link proved about the person. */
export interface Proof {
  readonly kind: 'social' | 'sso' | 'link';
  readonly verificationId: string;
  /** Of a provider or a company's sign-on. */
  readonly connectorId?: string;
}

/** What the interaction on the server is about. */
export interface Interaction {
  readonly event: InteractionEvent;
  /** Which beginning it goes back to, see `own-interaction.ts`. */
  readonly begun?: string;
  readonly proof?: Proof;
  /** A one-time code that was right: a lost answer afterwards does not make it wrong. */
  readonly verifiedCode?: string;
}

const interactionKey = 'sie:1:interaction';

type Tab = Pick<Storages, 'session'>;

/** What the interaction is about: signing in, where nothing else is known. */
export function interactionOf({ session }: Tab): Interaction {
  const stored = parseJson(session.get(interactionKey));
  if (!isRecord(stored)) return { event: 'SignIn' };
  const proof = proofOf(stored['proof']);
  const verifiedCode = textOf(stored['verifiedCode']);
  const begun = textOf(stored['begun']);
  return {
    event: interactionEvents.find((name) => name === stored['event']) ?? 'SignIn',
    ...(begun && { begun }),
    ...(proof && { proof }),
    ...(verifiedCode && { verifiedCode }),
  };
}

export function rememberInteraction({ session }: Tab, interaction: Interaction): void {
  session.set(interactionKey, JSON.stringify(interaction));
}

function proofOf(value: unknown): Proof | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, verificationId } = value;
  const connectorId = textOf(value['connectorId']);
  if ((kind !== 'social' && kind !== 'sso' && kind !== 'link') || typeof verificationId !== 'string') return undefined;
  return { kind, verificationId, ...(connectorId && { connectorId }) };
}
