import type { ZodTypeAny } from 'zod';
import type { z } from 'zod';

import { ApiError } from './api-error.ts';

/** A JSON answer. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

/** 204. */
export const noContent = (): Response => new Response(null, { status: 204 });

/** An answer that is its status' name, as the real server gives it where it sets no body. */
export const statusText = (text: 'Created' | 'Not Found', status: 201 | 404): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

const parse = <Guard extends ZodTypeAny>(guard: Guard, value: unknown, part: 'body' | 'query'): z.output<Guard> => {
  const result = guard.safeParse(value);

  if (!result.success) {
    throw new ApiError('guard.invalid_input', { data: result.error, values: { type: part } });
  }

  return result.data as z.output<Guard>;
};

/**
 * The guarded JSON body. What is sent with another content type, or not at all, counts as `{}`.
 * @throws ApiError `guard.invalid_input` (400); SyntaxError for a body that is no JSON.
 */
export const readBody = async <Guard extends ZodTypeAny>(request: Request, guard: Guard): Promise<z.output<Guard>> => {
  const text = request.headers.get('content-type')?.includes('json') === true ? await request.text() : '';

  return parse(guard, text === '' ? {} : JSON.parse(text), 'body');
};

/**
 * The guarded query; of repeated parameters the first counts.
 * @throws ApiError `guard.invalid_input` (400).
 */
export const readQuery = <Guard extends ZodTypeAny>(request: Request, guard: Guard): z.output<Guard> => {
  const entries = [...new URL(request.url).searchParams].reverse();

  return parse(guard, Object.fromEntries(entries), 'query');
};
