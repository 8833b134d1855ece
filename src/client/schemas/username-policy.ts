import type { Report } from '../received.ts';
import type { Settings } from './settings.ts';
import { count, group, on, silent } from './tolerant.ts';

const policy = group({
  caseSensitive: on,
  /** Characters. */
  minLength: count(1),
  maxLength: count(128),
  /** No other characters than these are possible, and none may begin with a digit. */
  allowedChars: group({ lowercase: on, uppercase: on, numbers: on, underscore: on }),
});

/** What a new username must be like. */
export type UsernamePolicy = ReturnType<typeof policy>;

/** Guards the policy of usernames; what is absent restricts nothing. */
export function readUsernamePolicy({ usernamePolicy }: Settings, report: Report = silent): UsernamePolicy {
  return policy(usernamePolicy, 'usernamePolicy', report);
}
