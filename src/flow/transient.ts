import { ApiError } from '../client/errors.ts';
import { failureCode } from './failure-code.ts';

/** Refusals that are over after a while, with whatever status the server sends them. */
const tooMany: readonly string[] = [
  'session.verification_blocked_too_many_attempts',
  'request.message_rate_limited',
  'connector.rate_limit_exceeded',
];

/**
 * Whether a failure decided nothing, so that doing the same again may succeed: no answer, one that cannot be read, a server that
 * failed or is busy, and whatever answered in its place, which names no code. What was typed or proved is kept then.
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof ApiError)) return failureCode(error) !== undefined;
  const { code, status } = error;
  if (code === 'unknown' || tooMany.includes(code) || [408, 425, 429].includes(status)) return true;
  // 501 says that the server cannot do this at all.
  if (status < 500 || status === 501) return false;
  // What a company's provider refused comes with status 500, too. Others are of a server that is away.
  return status > 500 || !/^(?:connector|single_sign_on)\./.test(code);
}
