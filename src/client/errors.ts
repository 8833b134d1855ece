/**
 * What can go wrong between the page and the server. `error.name` is a literal type, so `switch (error.name)` narrows.
 * An abort asked for by the caller is none of these: the caller's own reason (an `AbortError` DOMException) comes back untouched.
 */
export abstract class ExperienceError extends Error {
  abstract override readonly name: 'ApiError' | 'NetworkError' | 'TimeoutError' | 'ContractError';
}

/** What an answer with an error status says. */
export interface ApiFailure {
  /** HTTP status. */
  readonly status: number;
  /** The server's dotted error code, `'unknown'` when the body names none. */
  readonly code: string;
  /** The server's sentence in the language asked for, `''` when the body has none. */
  readonly message: string;
  /** The error's details as the server sent them: unguarded, so guard them before use. */
  readonly data: unknown;
  /** The server's id of the request (`Logto-Core-Request-Id`), for support. */
  readonly requestId?: string | undefined;
  /** Milliseconds the server asks to wait before another attempt (`Retry-After`), a day at most. */
  readonly retryAfter?: number | undefined;
}

/** The server answered with an error status. */
export class ApiError extends ExperienceError implements ApiFailure {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly data: unknown;
  readonly requestId?: string;
  readonly retryAfter?: number;

  constructor(failure: ApiFailure, options?: ErrorOptions) {
    super(failure.message, options);
    this.status = failure.status;
    this.code = failure.code;
    this.data = failure.data;
    if (failure.requestId !== undefined) this.requestId = failure.requestId;
    if (failure.retryAfter !== undefined) this.retryAfter = failure.retryAfter;
  }

  /**
   * The error that a response with an error status says.
   * @param text of its body; one that is no JSON (a proxy's HTML page) or too long (undefined) leaves the code `'unknown'`
   */
  static from(response: Response, text: string | undefined): ApiError {
    const { code, message, data } = parseBody(text);
    return new ApiError({
      status: response.status,
      code: typeof code === 'string' && code ? code : 'unknown',
      message: typeof message === 'string' ? message : '',
      data,
      requestId: requestIdOf(response),
      retryAfter: readRetryAfter(response.headers),
    });
  }
}

/** No answer: offline, refused, cut off half way. */
export class NetworkError extends ExperienceError {
  override readonly name = 'NetworkError';
}

/** The answer did not come in time, retries included. */
export class TimeoutError extends ExperienceError {
  override readonly name = 'TimeoutError';
}

/**
 * An answer that says success and is not what the contract says: cut short, too long, a redirect, the page of a proxy in between,
 * a server change or a bug of ours. What the server did is not known then.
 */
export class ContractError extends ExperienceError {
  override readonly name = 'ContractError';

  /** Method and path of the call, or the name of the inlined data. */
  readonly where: string;
  /** What is wrong, one entry a place (`verificationId: string expected`). Never holds values of the body. */
  readonly issues: readonly string[];
  /** The server's id of the request, as of an `ApiError`. */
  readonly requestId?: string;

  constructor(where: string, issues: readonly string[], options: ErrorOptions & Pick<ApiFailure, 'requestId'> = {}) {
    super(`${where}: ${issues.join('; ')}`, options);
    this.where = where;
    this.issues = issues;
    if (options.requestId !== undefined) this.requestId = options.requestId;
  }
}

/** The server's id of the request, for support. */
export const requestIdOf = ({ headers }: Response): string | undefined => headers.get('Logto-Core-Request-Id') ?? undefined;

function parseBody(text = ''): { code?: unknown; message?: unknown; data?: unknown } {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}

/** Milliseconds. Longer values are treated as one day. */
const LONGEST_WAIT = 24 * 60 * 60 * 1_000;

/**
 * `Retry-After` in milliseconds (RFC 9110 §10.2.3): seconds, or a date relative to the response's `Date` header.
 * `Date.parse` takes numbers such as `-5` for years, so a date must begin with its weekday, or as those of ISO 8601 do.
 */
function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After') ?? '';
  const wait = /^(?:[a-z]|\d{4}-)/i.test(value)
    ? Date.parse(value) - (Date.parse(headers.get('Date') ?? '') || Date.now())
    : parseFloat(/^\d[\d.]*(?=$|,)/.exec(value)?.[0] ?? '') * 1_000;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), LONGEST_WAIT);
}
