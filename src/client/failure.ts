import { ApiError } from './errors.ts';

/** Makes an error of an answer with an error status. A body that is no JSON (a proxy's HTML page) or too long leaves the code `'unknown'`. */
export function failureOf(response: Response, text: string | undefined): ApiError {
  const { code, message, data } = readFailure(text);
  return new ApiError({
    status: response.status,
    code: typeof code === 'string' && code ? code : 'unknown',
    message: typeof message === 'string' ? message : '',
    data,
    requestId: requestIdOf(response),
    retryAfter: readRetryAfter(response.headers),
  });
}

/** The server's id of the request, for support. */
export const requestIdOf = ({ headers }: Response): string | undefined => headers.get('Logto-Core-Request-Id') ?? undefined;

function readFailure(text = ''): { code?: unknown; message?: unknown; data?: unknown } {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}

/** A longer wait is a mistake: nobody looks at a page for it. */
const LONGEST_WAIT = 24 * 60 * 60 * 1_000;

/**
 * `Retry-After` in milliseconds (RFC 9110 §10.2.3): seconds, or a date, held against the server's own clock where it tells it.
 * `Date.parse` takes numbers such as `-5` for years, so a date must begin with its weekday, or as those of ISO 8601 do.
 */
function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After') ?? '';
  const wait = /^(?:[a-z]|\d{4}-)/i.test(value)
    ? Date.parse(value) - (Date.parse(headers.get('Date') ?? '') || Date.now())
    : parseFloat(/^\d[\d.]*(?=$|,)/.exec(value)?.[0] ?? '') * 1_000;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), LONGEST_WAIT);
}
