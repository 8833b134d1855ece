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

/** Bytes of an answer, unpacked, that are read at most where its endpoint sets no other limit. */
export const LARGEST_BODY = 256 * 1024;

/**
 * Reads the body of a response as UTF-8 text, up to a limit, and lets the connection go beyond it: neither a stuck server nor
 * a small file that unpacks to gigabytes fills the memory of the tab.
 * @param limit bytes, after unpacking
 * @returns undefined when there is more
 * @throws what the stream fails with, when the connection breaks
 */
export async function readBody({ body, headers }: Response, limit: number): Promise<string | undefined> {
  const reader = body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  // Of a packed body this is the packed length, which is shorter.
  let left = limit - Number(headers.get('Content-Length'));
  if (!(left < 0)) left = limit;
  while (left >= 0) {
    const { value } = (await reader?.read()) ?? {};
    if (!value) return new Blob(chunks).text();
    chunks.push(value);
    left -= value.length;
  }
  reader?.cancel().catch(() => undefined);
  return undefined;
}
