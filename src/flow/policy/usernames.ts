import type { Identifier } from '../../client/schemas/identifier.ts';
import type { IdentifierType, Settings } from '../../client/schemas/settings.ts';
import { readUsernamePolicy, type UsernamePolicy } from '../../client/schemas/policies.ts';
import { FlowProblem } from '../flow-problem.ts';
import { checkIdentifier, type TypedIdentifier } from './identifiers.ts';

/** @throws FlowProblem with the server's own code for the first rule of the tenant that a new username breaks. */
function checkUsername(username: string, { minLength, maxLength, allowedChars }: UsernamePolicy): void {
  const broken: readonly (readonly [boolean, string])[] = [
    [/^\d/.test(username), 'starts_with_number'],
    [!/^\w+$/.test(username), 'invalid_charset_hard'],
    [username.length < minLength, 'too_short'],
    [username.length > maxLength, 'too_long'],
    [!allowedChars.uppercase && /[A-Z]/.test(username), 'uppercase_not_allowed'],
    [!allowedChars.lowercase && /[a-z]/.test(username), 'lowercase_not_allowed'],
    [!allowedChars.numbers && /\d/.test(username), 'numbers_not_allowed'],
    [!allowedChars.underscore && username.includes('_'), 'underscore_not_allowed'],
  ];
  const [, rule] = broken.find(([isBroken]) => isBroken) ?? [];
  if (rule) throw new FlowProblem(`user.username_${rule}`, { min: String(minLength), max: String(maxLength) });
}

/** Checks an identifier for an account to be: a username says which of the tenant's rules it breaks. @throws FlowProblem */
export function checkNewIdentifier(typed: TypedIdentifier, types: readonly IdentifierType[], settings: Settings): Identifier {
  const { type, value } = typed;
  if (type === 'username' && types.includes(type) && value) checkUsername(value, readUsernamePolicy(settings));
  return checkIdentifier(typed, types);
}
