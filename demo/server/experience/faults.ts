import type { LogtoErrorCode } from '@logto/phrases';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';

import { ApiError } from './api-error.ts';
import { json } from './http.ts';

export const faultGuard = z.object({
  /** `METHOD /path`, the method optional; `*` stands for anything within or at the end of the path. */
  endpoint: z.string().min(1),
  /** Waits before anything else, in milliseconds. */
  latency: z.number().int().nonnegative().optional(),
  /** HTTP status of the answer. Without `code` the body is what an unexpected failure gives: a message alone. */
  status: z.number().int().min(200).max(599).optional(),
  /** A server error code, e.g. `request.message_rate_limited`; with `status`, else 400. */
  code: z.string().optional(),
  /** `data` of the error. */
  data: z.unknown(),
  headers: z.record(z.string()).optional(),
  /** Answers JSON that ends too early. */
  malformed: z.boolean().optional(),
  /** Breaks the connection. */
  offline: z.boolean().optional(),
  /** How often it strikes; for ever unless told. */
  times: z.number().int().positive().optional(),
});

/** Something that goes wrong on purpose. With `latency` alone the request is only late. */
export type Fault = z.infer<typeof faultGuard>;

/** Waits for so many milliseconds, or until the request is given up. */
export type Wait = (duration: number, signal: AbortSignal) => Promise<void>;

export const waitForReal: Wait = (duration, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, duration);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

const escapePattern = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);

const isMatch = (endpoint: string, request: Request): boolean => {
  const [path = '', method = request.method] = endpoint.trim().split(/\s+/).reverse();

  return (
    method.toUpperCase() === request.method &&
    new RegExp(`^${escapePattern(path).replaceAll('*', '.*')}$`).test(new URL(request.url).pathname)
  );
};

/** The faults in force. The first one that matches a request strikes. */
export interface Faults {
  readonly all: readonly Fault[];
  replace(faults: readonly Fault[]): void;
  /** The fault that strikes this request, counted as used. */
  take(request: Request): Fault | undefined;
}

export const createFaults = (): Faults => {
  let faults: readonly Fault[] = [];

  return {
    get all() {
      return faults;
    },
    replace(next) {
      faults = next;
    },
    take(request) {
      const struck = faults.find(({ endpoint }) => isMatch(endpoint, request));

      if (struck?.times !== undefined) {
        const used = { ...struck, times: struck.times - 1 };
        faults = faults.flatMap((fault) => (fault === struck ? (used.times > 0 ? [used] : []) : [fault]));
      }

      return struck;
    },
  };
};

const answer = (fault: Fault, language: string): Response | undefined => {
  if (fault.offline === true) {
    return Response.error();
  }

  if (fault.malformed === true) {
    return new Response('{"verificationId":"', {
      status: fault.status ?? 200,
      headers: { 'content-type': 'application/json; charset=utf-8', ...fault.headers },
    });
  }

  if (fault.code !== undefined) {
    // A fault may name codes of servers newer than these phrases.
    const error = new ApiError(fault.code as LogtoErrorCode, { data: fault.data });

    return json(error.toBody(language), fault.status ?? 400, fault.headers);
  }

  return fault.status === undefined ? undefined : json({ message: 'Internal server error.' }, fault.status, fault.headers);
};

/** Lets faults strike before the request reaches the API. */
export const strike = (state: { readonly faults: Faults }, wait: Wait) =>
  createMiddleware<{ Variables: { language: string } }>(async (context, next) => {
    const fault = state.faults.take(context.req.raw);

    if (fault?.latency !== undefined) {
      await wait(fault.latency, context.req.raw.signal);
    }

    const spoiled = fault === undefined ? undefined : answer(fault, context.var.language);

    if (spoiled === undefined) {
      await next();
      return;
    }

    return spoiled;
  });
