import { isBlank } from '../shared/blank.ts';
import type { Values } from './words.ts';

/** Something that went wrong, as the flow reports it. */
export interface ProblemReport {
  /** Code of the server (`session.invalid_credentials`) or of ours (`input.identifier_required`, `network`). */
  code: string;
  /** The server's message, in the language of the request. */
  message?: string | undefined;
  /** The server's, for support. */
  requestId?: string | undefined;
  /** What support can find it by. */
  reference?: string | undefined;
  /** Until when, in ms since the epoch, trying again is of no use. */
  wait?: { readonly until: number } | undefined;
  /** Values for our words: `types` (identifier types), `type` and `value` of an identifier, bounds. */
  values?: Values | undefined;
}

/** Words of ours for a problem. */
export type Words = (values: Values, message?: string) => string;

/**
 * Whether people can be shown a server's message. Some come with their places unfilled ("User with {{ identifier }} does not
 * exist."), with JSON of a connector, or with markup of a proxy.
 */
export function isPresentable(message: string | undefined): message is string {
  return message !== undefined && message.length <= 300 && !/[{}<>]/.test(message) && !isBlank(message);
}

/** The server's message where there is one to show: it speaks twenty languages. */
export const preferServerMessage =
  (ours: Words): Words =>
  (values, message) =>
    isPresentable(message) ? message : ours(values);
