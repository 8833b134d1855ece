import * as z from 'zod/mini';
import { lenient, listOrEmpty, natural, on, parse, type Report, section } from '../../shared/schema.ts';
import type { Settings } from './settings.ts';

const passwordPolicy = section({
  /** Characters. */
  length: section({ min: lenient(natural, 8), max: lenient(natural, 256) }),
  /** How many kinds of characters, of four: upper case, lower case, digits, symbols. */
  characterTypes: section({ min: lenient(natural, 1) }),
  /** What only the server knows, or knows best. */
  rejects: section({ pwned: on, repetitionAndSequence: on, userInfo: on, words: listOrEmpty(z.string()) }),
});

/** What a new password must be like. */
export type PasswordPolicy = z.output<typeof passwordPolicy>;

/** The policy of passwords; what is absent takes the server's own defaults. */
export function readPasswordPolicy(settings: Settings, report?: Report): PasswordPolicy {
  return parse(passwordPolicy, settings.passwordPolicy, { where: 'passwordPolicy', report });
}

/** Characters that a username may have at all. */
export const usernameLength = { min: 1, max: 128 } as const;

const usernamePolicy = section({
  caseSensitive: on,
  /** Characters. */
  minLength: lenient(natural, usernameLength.min),
  maxLength: lenient(natural, usernameLength.max),
  /** No other characters than these are possible, and none may begin with a digit. */
  allowedChars: section({ lowercase: on, uppercase: on, numbers: on, underscore: on }),
});

/** What a new username must be like. */
export type UsernamePolicy = z.output<typeof usernamePolicy>;

/** The policy of usernames; what is absent restricts nothing. */
export function readUsernamePolicy(settings: Settings, report?: Report): UsernamePolicy {
  return parse(usernamePolicy, settings.usernamePolicy, { where: 'usernamePolicy', report });
}
