import { identifierTypes } from '../shared/identifier.ts';
import type { Action, CodeIdentifier, Identifier } from './steps/step.ts';

/** Guards for what comes back from history and storage. Both belong to the person, so nothing in them is believed unseen. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const textOf = (value: unknown): string | undefined => (isText(value) ? value : undefined);

/** What an action is about: the connector that was pressed. */
export const targetOf = ({ input }: Action): string | undefined => (isRecord(input) ? textOf(input['connectorId']) : undefined);

export function identifierOf(value: unknown): Identifier | undefined {
  if (!isRecord(value) || !isText(value['value'])) return undefined;
  const { type, value: text } = value;
  const known = identifierTypes.find((it) => it === type);
  return known && { type: known, value: text };
}

export const isCodeIdentifier = (identifier: Identifier | undefined): identifier is CodeIdentifier =>
  identifier?.type === 'email' || identifier?.type === 'phone';

/** Parses JSON that may be anything; undefined when it is not JSON. */
export function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
