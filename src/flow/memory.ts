import type { Storages } from '../platform/storage.ts';
import { type InteractionEvent, interactionEvents } from '../client/schemas/identifier.ts';
import { identifierOf, isRecord, parseJson, textOf } from './guards.ts';
import type { Identifier } from './steps.ts';

/** Which app a person signs in to, and how it asked for the page to be. */
export interface Session {
  readonly appId?: string | undefined;
  readonly organizationId?: string | undefined;
  /** Space-separated language tags. */
  readonly uiLocales?: string | undefined;
  readonly loginHint?: string | undefined;
  /** Where the person came from, for a way back when the session is lost. */
  readonly appUrl?: string | undefined;
}

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

/** What must survive a reload. The round trip to a provider has its own: `social-memory.ts`. */
export interface Memory {
  session(): Session;
  rememberSession(session: Session): void;
  identifier(): Identifier | undefined;
  rememberIdentifier(identifier: Identifier): void;
  /** Signing in, where nothing else is known. */
  interaction(): Interaction;
  rememberInteraction(interaction: Interaction): void;
  /** The person has agreed to the terms in this sign-in. */
  agreed(): boolean;
  rememberAgreed(agreed: boolean): void;
  /** What was entered on the profile screen and is not stored anywhere else yet. */
  draft(): Readonly<Record<string, string>>;
  keepDraft(values: Readonly<Record<string, string>>): void;
  /** Forgets what belongs to a finished sign-in. */
  finish(): void;
}

const sessionKey = 'sie:1:session';
const identifierKey = 'sie:1:identifier';
const interactionKey = 'sie:1:interaction';
const agreedKey = 'sie:1:agreed';
const draftKey = 'sie:1:draft';

export function createMemory({ session }: Pick<Storages, 'session'>): Memory {
  const read = (name: string) => parseJson(session.get(name));
  const write = (name: string, value: unknown) => session.set(name, JSON.stringify(value));
  return {
    session() {
      const stored = read(sessionKey);
      const text = (name: keyof Session) => (isRecord(stored) ? textOf(stored[name]) : undefined);
      return {
        appId: text('appId'),
        organizationId: text('organizationId'),
        uiLocales: text('uiLocales'),
        loginHint: text('loginHint'),
        appUrl: text('appUrl'),
      };
    },
    rememberSession: (value) => write(sessionKey, value),
    identifier: () => identifierOf(read(identifierKey)),
    rememberIdentifier: (value) => write(identifierKey, value),
    interaction() {
      const stored = read(interactionKey);
      const event = isRecord(stored) ? interactionEvents.find((name) => name === stored['event']) : undefined;
      const proof = isRecord(stored) ? proofOf(stored['proof']) : undefined;
      return { event: event ?? 'SignIn', ...(proof && { proof }) };
    },
    rememberInteraction: (value) => write(interactionKey, value),
    agreed: () => read(agreedKey) === true,
    rememberAgreed: (agreed) => write(agreedKey, agreed),
    draft() {
      const stored = read(draftKey);
      return isRecord(stored)
        ? (Object.fromEntries(Object.entries(stored).filter((entry) => typeof entry[1] === 'string')) as Record<string, string>)
        : {};
    },
    keepDraft: (values) => write(draftKey, values),
    finish() {
      for (const name of [identifierKey, interactionKey, agreedKey, draftKey]) session.remove(name);
    },
  };
}

function proofOf(value: unknown): Proof | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, verificationId } = value;
  if ((kind !== 'social' && kind !== 'sso' && kind !== 'link') || typeof verificationId !== 'string') return undefined;
  return { kind, verificationId };
}
