import type { Context } from 'hono';
import type { z, ZodIssue, ZodTypeAny } from 'zod';

/** A body that is not what was asked for. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly issues: readonly Pick<ZodIssue, 'path' | 'message'>[];

  constructor(message: string, issues: readonly Pick<ZodIssue, 'path' | 'message'>[] = []) {
    super(message);
    this.issues = issues;
  }
}

/** @throws InvalidInput which the QA API answers with 400. */
export const check = <Guard extends ZodTypeAny>(guard: Guard, value: unknown): z.output<Guard> => {
  const result = guard.safeParse(value);

  if (!result.success) {
    throw new InvalidInput('This is not what was asked for.', result.error.issues);
  }

  return result.data as z.output<Guard>;
};

/** @throws InvalidInput */
export const readInput = async <Guard extends ZodTypeAny>(request: Request, guard: Guard): Promise<z.output<Guard>> => {
  const text = await request.text();
  let body: unknown;

  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new InvalidInput('This is not JSON.');
  }

  return check(guard, body);
};

export const answerInvalidInput = (context: Context, { message, issues }: InvalidInput): Response =>
  context.json({ message, issues: issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })) }, 400);
