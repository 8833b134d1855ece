import type { Identifier, MissingIdentifier } from '../../client/schemas/identifier.ts';
import type { IdentifierType } from '../../client/schemas/settings.ts';
import { isIdentifier, type ReadIdentifier } from '../../shared/read-identifier.ts';
import { FlowProblem } from '../problem.ts';

// Checks typed identifiers before the request, so that errors appear at once.

/** @throws FlowProblem `chunk_load_failed`, `input.identifier_required`, `input.invalid_identifier`, or `input.invalid_…` for a form with one type. */
export function checkIdentifier({ type, value, valid, unread }: ReadIdentifier, types: readonly IdentifierType[]): Identifier {
  if (!value) throw new FlowProblem('input.identifier_required', { types });
  if (unread) throw new FlowProblem('chunk_load_failed');
  if (type && types.includes(type) && valid && isIdentifier(type, value)) return { type, value };
  const [only, ...more] = types;
  throw new FlowProblem(only && more.length === 0 ? `input.invalid_${only}` : 'input.invalid_identifier', { types });
}

/** The types that a first screen accepts: those that the app limits it to, else all. */
export const askedTypes = (step: object, all: readonly IdentifierType[]): readonly IdentifierType[] =>
  ('focused' in step && Array.isArray(step.focused) ? (step.focused as readonly IdentifierType[]) : undefined) ?? all;

/** Identifier types that the tenant accepts for a missing identifier. */
export const typesFor = (missing: MissingIdentifier): readonly IdentifierType[] =>
  missing === 'emailOrPhone' ? ['email', 'phone'] : [missing];
