import * as z from 'zod/mini';
import { Misfit } from './misfit.ts';
import type { Guard } from './received.ts';

/**
 * Guard of calls that answer nothing of use: 204, an empty 200, or the plain reason phrase that comes with 201. A web page is none
 * of these: a network that asks people to log in, or a proxy, answered in the server's place.
 */
export const nothing: Guard<void> = ({ text }) => {
  if (/^\s*</.test(text)) throw new Misfit(['no web page expected']);
};

/** Guard by a schema over the JSON body. Unknown fields are ignored. */
export function shape<Answer>(schema: z.ZodMiniType<Answer>): Guard<Answer> {
  return ({ text }) => parse(schema, JSON.parse(text));
}

/** The value as the schema has it; throws a `Misfit`. */
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
