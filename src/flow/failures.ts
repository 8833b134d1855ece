import { ApiError, ContractError } from '../client/errors.ts';
import { type Action, targetOf } from './action.ts';
import { failureCode, FlowProblem, type Problem, type Wait } from './problem.ts';

// Reads an error that a command threw: its code, how long to wait, its details, and whether it can be retried.

/** The code of a failure: the server's or our own. Any other error is a bug and has the code `unknown`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof FlowProblem) return { code: error.code, ...(error.values && { values: error.values }) };
  if (error instanceof ContractError) {
    const { requestId } = error;
    return { code: 'contract', ...(requestId && { requestId, reference: requestId }) };
  }
  if (!(error instanceof ApiError)) return { code: failureCode(error) ?? 'unknown' };
  const { message, requestId, status } = error;
  const isCoded = error.code !== 'unknown';
  return {
    code: isCoded ? error.code : status === 429 ? 'service.busy' : 'service.failed',
    ...(message && isCoded && { message }),
    ...(requestId && { requestId }),
    ...((status >= 500 || !isCoded) && { reference: requestId ?? `HTTP ${String(status)}` }),
  };
}

/** When the server accepts this command again, if it says so. */
export function waitOf(error: unknown, action: Action, now: number): { readonly wait?: Wait } {
  if (!(error instanceof ApiError) || !error.retryAfter) return {};
  const target = targetOf(action);
  return { wait: { until: now + error.retryAfter, command: action.command, ...(target && { target }) } };
}

/** Details that came with a failure. */
export const dataOf = (error: unknown): unknown =>
  error instanceof ApiError || error instanceof FlowProblem ? error.data : undefined;

/** Rejections that end after some time, whatever their HTTP status. */
const tooMany: readonly string[] = [
  'session.verification_blocked_too_many_attempts',
  'request.message_rate_limited',
  'connector.rate_limit_exceeded',
];

/**
 * Whether a failure is transient, so that the same request may succeed later: no response, an unreadable one, a server that failed or
 * is busy, or a proxy that responded in its place without a code. What was typed or verified is kept then.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof ApiError)) return failureCode(error) !== undefined;
  const { code, status } = error;
  if (code === 'unknown' || tooMany.includes(code) || [408, 425, 429].includes(status)) return true;
  // 501 Not Implemented is permanent.
  if (status < 500 || status === 501) return false;
  // The server also uses status 500 for errors of a provider. Any other 5xx means that the server is unavailable.
  return status > 500 || !/^(?:connector|single_sign_on)\./.test(code);
}
