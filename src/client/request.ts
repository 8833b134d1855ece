import { isPrintableAscii } from '../shared/characters.ts';
import { absoluteUrl } from '../shared/web-address.ts';
import { ApiError, ContractError, NetworkError, requestIdOf, TimeoutError } from './errors.ts';
import { type Guard, LARGEST_BODY, readBody } from './guard.ts';
import { issuesOf, type Report, SchemaError } from '../shared/schema.ts';
import { type Schedule, setTimer, withTimeout } from '../shared/with-timeout.ts';

/**
 * One call of the server, as a value. Adding one is one export.
 * @typeParam Request parameters of the call
 * @typeParam Answer type of the validated response
 */
export interface Endpoint<Request, Answer> {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string | ((request: Request) => string);
  /** Query parameters; those that are `undefined` are left out. */
  readonly query?: (request: Request) => Readonly<Record<string, string | undefined>>;
  /** What is sent as JSON. */
  readonly body?: (request: Request) => unknown;
  /** What is sent as `multipart/form-data` instead. */
  readonly form?: (request: Request) => FormData;
  /** Milliseconds this call may take, instead of the client's. */
  readonly timeout?: number;
  /** Bytes that its answer may have, instead of 256 kB. */
  readonly limit?: number;
  readonly answer: Guard<Answer>;
  /** Set where the call belongs to no interaction: no `Logto-App-Id` is sent. */
  readonly anonymous?: true;
}

/** What a call without parameters is given: `{}`. */
export type NoParameters = Readonly<Record<string, never>>;

export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** `Accept-Language` of this call, instead of the client's. */
  readonly language?: string | undefined;
  /** Told about dropped parts of this answer, instead of the client's. */
  readonly report?: Report | undefined;
}

export interface Client {
  /**
   * Calls the server and guards what it says.
   * @throws ApiError | NetworkError | TimeoutError | ContractError, or the reason of the caller's signal
   */
  call<Request, Answer>(endpoint: Endpoint<Request, Answer>, request: Request, options?: CallOptions): Promise<Answer>;
}

/** What the client hands to `fetch`. */
export interface FetchOptions {
  readonly method: string;
  readonly credentials: 'same-origin';
  /** Nothing here answers with a redirect: following one would send passwords and codes wherever it points. */
  readonly redirect: 'manual';
  readonly headers: Record<string, string>;
  readonly body?: string | FormData;
  readonly signal: AbortSignal;
}

export interface ClientOptions {
  /** Origin of the server, without a slash at the end. Default: the page's own. */
  readonly baseUrl?: string | undefined;
  readonly fetch?: ((url: string, options: FetchOptions) => Promise<Response>) | undefined;
  /** Language of the server's sentences, e-mails and text messages, as an `Accept-Language` value. */
  readonly language?: (() => string | undefined) | undefined;
  /** Client id of the app that is signed in to: the server keeps an interaction for each. */
  readonly appId?: (() => string | undefined) | undefined;
  /** Milliseconds a call may take, its retries included. Default 10,000, as in the stock page. */
  readonly timeout?: number | undefined;
  /** A response that the page has asked for already, by the URL that a GET is about to use; asked once for each call. */
  readonly preloaded?: ((url: string) => Promise<Response> | undefined) | undefined;
  /** Told about parts of answers that were dropped. */
  readonly report?: Report | undefined;
  /** Timers, for tests. */
  readonly schedule?: Schedule | undefined;
}

/** Waits in milliseconds before the first and the second retry, when the server names no longer one. */
const BACKOFF = [300, 1_000] as const;

/** The longest wait in milliseconds a server may ask for and still be retried while a person watches. */
const LONGEST_WAIT = 3_000;

const RETRIED_STATUSES: readonly number[] = [408, 413, 429, 500, 502, 503, 504];

/** A client of the server's Experience API. */
export function createClient(options: ClientOptions = {}): Client {
  const { baseUrl = '', schedule = setTimer } = options;
  const send = options.fetch ?? ((url: string, init: FetchOptions) => fetch(absoluteUrl(url, globalThis.location), init));

  return {
    async call(endpoint, request, call = {}) {
      const { method } = endpoint;
      const path = typeof endpoint.path === 'string' ? endpoint.path : endpoint.path(request);
      const where = `${method} ${path}`;
      const url = baseUrl + path + queryString(endpoint.query?.(request));
      const timeout = endpoint.timeout ?? options.timeout ?? 10_000;
      const json = endpoint.body && JSON.stringify(endpoint.body(request));
      // The browser names the content type of a form: only it knows the boundary between the parts.
      const body = json ?? endpoint.form?.(request);
      const init = {
        method,
        credentials: 'same-origin' as const,
        redirect: 'manual' as const,
        headers: headersOf({
          'Accept-Language': call.language ?? options.language?.(),
          'Logto-App-Id': endpoint.anonymous ? undefined : options.appId?.(),
          'Content-Type': json && 'application/json',
        }),
        ...(body !== undefined && { body }),
      };

      async function attempt(signal: AbortSignal, started: Promise<Response> | undefined) {
        let response: Response;
        let text: string | undefined;
        try {
          response = await (started ?? send(url, { ...init, signal }));
          text = await readBody(response, endpoint.limit ?? LARGEST_BODY);
        } catch (cause) {
          throw new NetworkError(where, { cause });
        }
        if (!response.ok && response.status) throw ApiError.from(response, text);
        try {
          const report = call.report ?? options.report ?? (() => undefined);
          // Of a redirect the browser tells nothing, not even a status.
          if (text === undefined || !response.status) throw new SchemaError([response.status ? 'too long' : 'redirect']);
          return endpoint.answer({ text, headers: response.headers, report });
        } catch (cause) {
          throw new ContractError(where, issuesOf(cause), { cause, requestId: requestIdOf(response) });
        }
      }

      return withTimeout(
        { signal: call.signal, timeout, timeoutError: () => new TimeoutError(where), schedule },
        async (signal) => {
          let started = method === 'GET' ? options.preloaded?.(url) : undefined;
          for (let retries = 0; ; retries++) {
            try {
              return await attempt(signal, started);
            } catch (error) {
              const wait = method === 'POST' ? undefined : waitBeforeRetry(error, retries);
              if (wait === undefined || signal.aborted) throw error;
              await new Promise<void>((resolve) => schedule(resolve, wait));
              if (signal.aborted) throw error;
            }
            started = undefined;
          }
        },
      );
    },
  };
}

/** Milliseconds to wait before another attempt, `undefined` when there should be none. */
function waitBeforeRetry(error: unknown, retries: number): number | undefined {
  const backoff = BACKOFF[retries];
  if (backoff === undefined || error instanceof NetworkError) return backoff;
  if (!(error instanceof ApiError && RETRIED_STATUSES.includes(error.status))) return undefined;
  const wait = Math.max(backoff, error.retryAfter ?? 0);
  return wait > LONGEST_WAIT ? undefined : wait;
}

function queryString(query: Readonly<Record<string, string | undefined>> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, value);
  const text = parameters.toString();
  return text && `?${text}`;
}

/**
 * The headers that have a value fit for one. The app's id stands in the page's URL, so it may hold anything, and `fetch` refuses
 * a header beyond Latin-1 with the same TypeError as a lost connection.
 */
function headersOf(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value && isPrintableAscii(value)) result[name] = value;
  }
  return result;
}
