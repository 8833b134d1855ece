import { ApiError } from './api-error.ts';
import type { Services } from './services.ts';

/**
 * Runs an attempt to prove something about an identifier and counts it. The attempt is made even while the identifier is
 * locked, but then nobody learns how it went.
 * @throws ApiError `session.verification_blocked_too_many_attempts` (400), or whatever the attempt throws.
 */
export const countAttempt = <Result>(
  { state }: Services,
  options: { readonly target: string; readonly language: string; readonly attempt: () => Result },
): Result => {
  const { target, language, attempt } = options;
  let outcome: { readonly result: Result } | { readonly error: unknown };

  try {
    outcome = { result: attempt() };
  } catch (error) {
    outcome = { error };
  }

  const blockedUntil = state.sentinel.report(target, 'error' in outcome);

  if (blockedUntil !== undefined) {
    const minutes = Math.round((blockedUntil - state.clock.now()) / 60_000);

    throw new ApiError('session.verification_blocked_too_many_attempts', {
      values: { relativeTime: new Intl.RelativeTimeFormat([language, 'en']).format(minutes, 'minute') },
    });
  }

  if ('error' in outcome) {
    throw outcome.error;
  }

  return outcome.result;
};
