/** A fault of one call, and the expected result. */
export interface LineFault {
  /** `stall`: no response until the timeout. `serve`: lets the server process the request. */
  readonly respond: (at: {
    readonly stall: () => Promise<never>;
    readonly serve: () => Response;
  }) => Response | Promise<Response>;
  /** The code that the page shows; `lost`: no code, the session is over. */
  readonly code: string;
  /** Calls without a response body treat it as success. */
  readonly isNoFaultWithoutAnswer?: true;
  /** How long the page blocks a retry, in ms. */
  readonly wait?: number;
  /** The page shows a reference for support. */
  readonly reference?: string;
  /** The server has processed the request, so single-use values are used. */
  readonly isServed?: true;
}

const requestId = { 'Logto-Core-Request-Id': 'req-1' };
const page = '<!doctype html><title>Bad gateway</title>';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

const chunk = new Uint8Array(300 * 1024);
const endless = () => new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(chunk) });

const redirect = () =>
  Object.defineProperties(new Response(), { type: { value: 'opaqueredirect' }, status: { value: 0 }, ok: { value: false } });

/** Every fault of a call by its name in the tests. */
export const lineFaults: Readonly<Record<string, LineFault>> = {
  'takes too long': { respond: ({ stall }) => stall(), code: 'timeout' },
  'begins to answer and stalls': {
    respond({ stall }) {
      void stall();
      return new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([123])) }));
    },
    code: 'timeout',
  },
  'cannot be reached': { respond: () => Promise.reject(new TypeError('Failed to fetch')), code: 'network' },
  'breaks off in the middle': {
    respond: () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new Uint8Array([123]));
            controller.error(new TypeError('network error'));
          },
        }),
      ),
    code: 'network',
  },
  'does it, and the answer is lost': {
    respond({ serve }) {
      serve();
      throw new TypeError('Failed to fetch');
    },
    code: 'network',
    isServed: true,
  },
  'answers 500 with nothing': {
    respond: () => new Response(null, { status: 500 }),
    code: 'service.failed',
    reference: 'HTTP 500',
  },
  'answers 500 with a message': {
    respond: () => json(500, { message: 'Internal error' }, requestId),
    code: 'service.failed',
    reference: 'req-1',
  },
  'answers 500 with a code of its own': {
    respond: () => json(500, { code: 'session.brand_new', message: 'New.' }, requestId),
    code: 'session.brand_new',
    reference: 'req-1',
  },
  'answers 503 with the code of a connector': {
    respond: () => json(503, { code: 'connector.general', message: 'Away.' }, requestId),
    code: 'connector.general',
    reference: 'req-1',
  },
  'answers 504 with a code of enterprise SSO': {
    respond: () => json(504, { code: 'single_sign_on.unavailable', message: 'Away.' }, requestId),
    code: 'single_sign_on.unavailable',
    reference: 'req-1',
  },
  'answers 502 with a page': {
    respond: () => new Response(page, { status: 502 }),
    code: 'service.failed',
    reference: 'HTTP 502',
  },
  'answers 503 with more than anybody reads': {
    respond: () => new Response(endless(), { status: 503 }),
    code: 'service.failed',
    reference: 'HTTP 503',
  },
  'answers 503 and asks to wait': {
    respond: () => new Response(null, { status: 503, headers: { 'Retry-After': '90' } }),
    code: 'service.failed',
    wait: 90_000,
  },
  'answers 429 by a code': {
    respond: () => json(429, { code: 'request.message_rate_limited' }),
    code: 'request.message_rate_limited',
  },
  'answers 400 by the code of too many attempts': {
    respond: () => json(400, { code: 'session.verification_blocked_too_many_attempts', message: 'Try again in 10 minutes.' }),
    code: 'session.verification_blocked_too_many_attempts',
  },
  'answers 429 and asks to wait some seconds': {
    respond: () => new Response(null, { status: 429, headers: { 'Retry-After': '120' } }),
    code: 'service.busy',
    wait: 120_000,
  },
  'answers 429 and asks to wait until a date': {
    respond: () => json(429, {}, { 'Retry-After': 'Wed, 21 Oct 2015 07:30:00 GMT', Date: 'Wed, 21 Oct 2015 07:28:00 GMT' }),
    code: 'service.busy',
    wait: 120_000,
  },
  'is kept away by a firewall': {
    respond: () => new Response(page, { status: 403 }),
    code: 'service.failed',
    reference: 'HTTP 403',
  },
  'answers JSON that ends too early': {
    respond: () => new Response('{"verificationId":"v', { headers: requestId }),
    code: 'contract',
    reference: 'req-1',
    isNoFaultWithoutAnswer: true,
  },
  'answers JSON of another shape': {
    respond: () => json(200, { verificationId: 5, redirectTo: null, connectorIds: {}, user: [], url: 'javascript:alert(1)' }),
    code: 'contract',
    isNoFaultWithoutAnswer: true,
  },
  'answers a list': { respond: () => json(200, []), code: 'contract', isNoFaultWithoutAnswer: true },
  'answers 204': { respond: () => new Response(null, { status: 204 }), code: 'contract', isNoFaultWithoutAnswer: true },
  'answers with more than anybody reads': { respond: () => new Response(endless()), code: 'contract' },
  'is replaced by a page that asks to log in': { respond: () => new Response(page), code: 'contract' },
  'sends us elsewhere': { respond: redirect, code: 'contract' },
  'has lost the session': { respond: () => json(400, { code: 'session.not_found' }), code: 'lost' },
  'has lost the interaction': { respond: () => json(404, { code: 'session.interaction_not_found' }), code: 'lost' },
};
