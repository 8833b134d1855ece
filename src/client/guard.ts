import { parse, type Report, type Schema, SchemaError } from '../shared/schema.ts';

/** A successful answer, not yet guarded. */
export interface RawResponse {
  readonly text: string;
  readonly headers: Headers;
  readonly report: Report;
}

/** Turns a raw response into an answer, or throws: the client makes a `ContractError` of it. */
export type Guard<Answer> = (response: RawResponse) => Answer;

/** Guard by a schema over the JSON body. Unknown fields are ignored. */
export function json<Answer>(schema: Schema<Answer>): Guard<Answer> {
  return ({ text, report }) => parse(schema, JSON.parse(text), { report });
}

/**
 * Guard of calls that answer nothing of use: 204, an empty 200, or the plain reason phrase that comes with 201. A web page is none
 * of these: a network that asks people to log in, or a proxy, answered in the server's place.
 */
export const noContent: Guard<void> = ({ text }) => {
  if (/^\s*</.test(text)) throw new SchemaError(['no web page expected']);
};
