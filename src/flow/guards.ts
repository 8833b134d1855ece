import * as z from 'zod/mini';
import { identifierTypes } from '../client/schemas/identifier.ts';
import { object, optional, parseOr, type Schema, text } from '../shared/schema.ts';
import type { Action, CodeIdentifier, Identifier } from './steps/step.ts';

// Schemas for what comes back from history and storage. Both can be changed by anybody who uses the browser, so they are always checked.

export const identifierSchema: Schema<Identifier> = object({ type: z.enum(identifierTypes), value: text });

export const codeIdentifierSchema: Schema<CodeIdentifier> = object({ type: z.enum(['email', 'phone']), value: text });

export const isCodeIdentifier = (identifier: Identifier): identifier is CodeIdentifier =>
  identifier.type === 'email' || identifier.type === 'phone';

const withIdentifier = object({ identifier: optional(identifierSchema) });

/** The identifier that a history entry or the input of an action holds. */
export const identifierIn = (value: unknown): { readonly identifier?: Identifier } => parseOr(withIdentifier, value) ?? {};

const withConnector = object({ connectorId: text });

/** What an action is about: the connector that was pressed. */
export const targetOf = ({ input }: Action): string | undefined => parseOr(withConnector, input)?.connectorId;
