import * as z from 'zod/mini';

/** A part of the server's data that was left out because it is not what the contract says. Never holds values of the data. */
export interface Dropped {
  /** Where it stood, for example `socialConnectors.1.logo`. */
  readonly where: string;
  /** What is wrong with it, one entry a place. */
  readonly issues: readonly string[];
}

/** Told about every dropped part. */
export type Report = (dropped: Dropped) => void;

/** A successful answer, not yet believed. */
export interface Received {
  readonly text: string;
  readonly headers: Headers;
  readonly report: Report;
}

/** Turns what was received into an answer, or throws: the client makes a `ContractError` of it. */
export type Guard<Answer> = (received: Received) => Answer;

/** Guard of calls that answer nothing of use: 204, an empty 200, or the plain reason phrase that comes with 201. */
export const nothing: Guard<void> = () => undefined;

/** Guard by a schema over the JSON body. Unknown fields are ignored. */
export function shape<Answer>(schema: z.ZodMiniType<Answer>): Guard<Answer> {
  return ({ text }) => parse(schema, JSON.parse(text));
}

/** Data that is not what the contract says. */
class Misfit extends Error {
  constructor(readonly issues: readonly string[]) {
    super();
  }
}

/** The value as the schema has it; throws what {@link issuesOf} explains. */
export function parse<Value>(schema: z.ZodMiniType<Value>, value: unknown, where = ''): Value {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new Misfit(
    result.error.issues.map((issue) => {
      const place = [where, ...issue.path].filter((part) => part !== '').join('.');
      return place ? `${place}: ${wrongOf(issue)}` : wrongOf(issue);
    }),
  );
}

function wrongOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `${issue.expected} expected`;
  if (issue.code === 'invalid_format') return `${issue.format} expected`;
  return issue.code;
}

/** What a guard that threw found wrong. Says places and expectations, never values: they may be secrets. */
export function issuesOf(error: unknown): readonly string[] {
  if (error instanceof Misfit) return error.issues;
  // The message of a SyntaxError quotes the body.
  return [error instanceof SyntaxError ? 'not JSON' : String(error)];
}
