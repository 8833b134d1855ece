import * as z from 'zod/mini';
import { type IdentifierType, identifierTypes } from '../../shared/identifier.ts';
import { object, type Schema, text } from '../../shared/schema.ts';

export { type IdentifierType, identifierTypes } from '../../shared/identifier.ts';

/** An identifier as the server wants it; the value of a phone is digits with the country code, without a plus. */
export interface Identifier {
  readonly type: IdentifierType;
  readonly value: string;
}

/** Identifiers that a tenant may ask for; `emailOrPhone` stands for either of the two. */
export const missingIdentifiers = [...identifierTypes, 'emailOrPhone'] as const;
/** An identifier that a tenant may still ask for once it is known who somebody is. */
export type MissingIdentifier = (typeof missingIdentifiers)[number];

/** An identifier that a code can be sent to. */
export interface CodeIdentifier extends Identifier {
  readonly type: 'email' | 'phone';
}

// Also for what comes back from history and storage: anybody who uses the browser can change both, so they are always checked.

export const identifierSchema: Schema<Identifier> = object({ type: z.enum(identifierTypes), value: text });

export const codeIdentifierSchema: Schema<CodeIdentifier> = object({ type: z.enum(['email', 'phone']), value: text });

export const isCodeIdentifier = (identifier: Identifier): identifier is CodeIdentifier =>
  identifier.type === 'email' || identifier.type === 'phone';

/** What the interaction is for. */
export const interactionEvents = ['SignIn', 'Register', 'ForgotPassword'] as const;
export type InteractionEvent = (typeof interactionEvents)[number];
