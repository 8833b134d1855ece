import { ApiError } from './errors.ts';

/** Makes an error of an answer with an error status. A body that is no JSON (a proxy's HTML page) leaves the code `'unknown'`. */
export function failureOf(response: Response, text: string): ApiError {
  const { code, message, data } = readBody(text);
  return new ApiError({
    status: response.status,
    code: typeof code === 'string' && code ? code : 'unknown',
    message: typeof message === 'string' ? message : '',
    data,
    requestId: response.headers.get('Logto-Core-Request-Id') ?? undefined,
    retryAfter: readRetryAfter(response.headers),
  });
}

function readBody(text: string): { code?: unknown; message?: unknown; data?: unknown } {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}

/** `Retry-After` in milliseconds (RFC 9110 §10.2.3): seconds, or a date, held against the server's own clock where it tells it. */
function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const wait = Date.parse(value) - (Date.parse(headers.get('Date') ?? '') || Date.now());
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
