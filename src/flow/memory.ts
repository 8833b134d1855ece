import type { Storages } from '../platform/ports.ts';
import { flag, object, optional, parseJson, text } from '../shared/schema.ts';
import { identifierSchema } from '../client/schemas/identifier.ts';
import type { Identifier } from './steps/step.ts';

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

/** What must survive a reload. In the same storage: `interaction.ts`, the draft of the profile, and `social/memory.ts`. */
export interface Memory {
  session(): Session;
  rememberSession(session: Session): void;
  identifier(): Identifier | undefined;
  rememberIdentifier(identifier: Identifier): void;
  /** The person has agreed to the terms in this sign-in. */
  agreed(): boolean;
  rememberAgreed(agreed: boolean): void;
  /** Forgets what belongs to the sign-in before: somebody comes from an app anew. */
  begin(): void;
  /** Forgets all of a finished sign-in but the session. */
  finish(): void;
}

/** Begins all our keys; the number changes with the shape of what is stored. */
const prefix = 'sie:1:';
const sessionKey = `${prefix}session`;
const identifierKey = `${prefix}identifier`;
/** Begins the keys of one sign-in. */
const interactionPrefix = `${prefix}interaction`;
const agreedKey = `${interactionPrefix}:agreed`;

const storedSession = object({
  appId: optional(text),
  organizationId: optional(text),
  uiLocales: optional(text),
  loginHint: optional(text),
  appUrl: optional(text),
});

export function createMemory({ session }: Pick<Storages, 'session'>): Memory {
  const write = (name: string, value: unknown) => session.set(name, JSON.stringify(value));
  const forget = (which: (name: string) => boolean) => session.keys().filter(which).forEach(session.remove);
  return {
    session: () => parseJson(storedSession, session.get(sessionKey)) ?? {},
    rememberSession: (value) => write(sessionKey, value),
    identifier: () => parseJson(identifierSchema, session.get(identifierKey)),
    rememberIdentifier: (value) => write(identifierKey, value),
    agreed: () => parseJson(flag, session.get(agreedKey)) ?? false,
    rememberAgreed: (agreed) => write(agreedKey, agreed),
    begin: () => forget((name) => name.startsWith(interactionPrefix)),
    finish: () => forget((name) => name.startsWith(prefix) && name !== sessionKey),
  };
}
