import { isBlank } from '../shared/characters.ts';
import type { Values } from './messages.ts';

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
  /** Values for our texts: `types` (identifier types), `type` and `value` of an identifier, bounds. */
  values?: Values | undefined;
}

/** Our own text for a problem; `message` is the server's. `isTimed`: the time until the next attempt is shown below the text. */
export type ProblemMessage = (values: Values, message?: string, isTimed?: boolean) => string;

/**
 * Whether a server's message can be shown to people. Some contain placeholders without values ("User with {{ identifier }} does not
 * exist."), JSON of a connector, or markup of a proxy.
 */
export function isPresentable(message: string | undefined): message is string {
  return message !== undefined && message.length <= 300 && !/[{}<>]/.test(message) && !isBlank(message);
}

/** The server's message where it can be shown, since the server has more languages than we have; our own text otherwise. */
export const preferServerMessage =
  (ours: ProblemMessage): ProblemMessage =>
  (values, message, isTimed) =>
    isPresentable(message) ? message : ours(values, message, isTimed);
