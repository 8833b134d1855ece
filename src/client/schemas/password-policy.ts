import type { Report } from '../received.ts';
import type { Settings } from './settings.ts';
import { count, group, on, silent, some, text } from './tolerant.ts';

const policy = group({
  /** Characters. */
  length: group({ min: count(8), max: count(256) }),
  /** How many kinds of characters, of four: upper case, lower case, digits, symbols. */
  characterTypes: group({ min: count(1) }),
  /** What only the server knows, or knows best. */
  rejects: group({ pwned: on, repetitionAndSequence: on, userInfo: on, words: some(text) }),
});

/** What a new password must be like. */
export type PasswordPolicy = ReturnType<typeof policy>;

/** Guards the policy of passwords; what is absent takes the server's own defaults. */
export function readPasswordPolicy({ passwordPolicy }: Settings, report: Report = silent): PasswordPolicy {
  return policy(passwordPolicy, 'passwordPolicy', report);
}
