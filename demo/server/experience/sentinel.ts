import { defaultSentinelPolicy, type SignInExperience } from '@logto/schemas';

import type { Clock } from '../ports.ts';

const minute = 60_000;
const countingWindow = 60 * minute;

interface Attempt {
  readonly target: string;
  readonly at: number;
  readonly failed: boolean;
  /** Until when this attempt locked its target; undefined when it did not. Milliseconds since the epoch. */
  readonly blockedUntil: number | undefined;
}

/** Counts failed attempts per identifier over one hour and locks the identifier for a while when there are too many. */
export interface Sentinel {
  /** Reports an attempt. Answers until when the target is locked, in milliseconds since the epoch, if it is. */
  report(target: string, failed: boolean): number | undefined;
}

export const createSentinel = (clock: Clock, getPolicy: () => SignInExperience['sentinelPolicy']): Sentinel => {
  let attempts: Attempt[] = [];

  const decide = (target: string, failed: boolean, now: number): number | undefined => {
    const past = attempts.filter((attempt) => attempt.target === target);
    const lock = past.find(({ blockedUntil }) => blockedUntil !== undefined && blockedUntil > now);

    if (lock !== undefined) {
      return lock.blockedUntil;
    }

    const { maxAttempts, lockoutDuration } = { ...defaultSentinelPolicy, ...getPolicy() };
    const failures = past.filter((attempt) => attempt.failed && attempt.blockedUntil === undefined).length;

    return failures + (failed ? 1 : 0) >= maxAttempts ? now + lockoutDuration * minute : undefined;
  };

  return {
    report(target, failed) {
      const now = clock.now();
      attempts = attempts.filter(({ at, blockedUntil = 0 }) => Math.max(at + countingWindow, blockedUntil) > now);
      const blockedUntil = decide(target, failed, now);
      attempts.push({ target, at: now, failed, blockedUntil });

      return blockedUntil;
    },
  };
};
