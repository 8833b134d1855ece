import type { PasswordRejection } from '../../client/schemas/error-data.ts';
import type { PasswordPolicy } from '../../client/schemas/policies.ts';

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[ -/:-@[-`{-~]/];

export const isLongEnough = (password: string, { length }: PasswordPolicy): boolean => password.length >= length.min;

/** Whether a password has as many kinds of characters (lower case, upper case, digits, symbols) as the tenant requires. */
export const hasEnoughKinds = (password: string, { characterTypes }: PasswordPolicy): boolean =>
  kinds.filter((kind) => kind.test(password)).length >= characterTypes.min;

/**
 * The tenant's rules that a password breaks, as far as the page can check them: length and kinds of characters. Leaked passwords,
 * sequences and the person's own name are checked by the server only.
 */
export function passwordRejections(password: string, policy: PasswordPolicy): readonly PasswordRejection[] {
  const { length, characterTypes } = policy;
  const rejections: PasswordRejection[] = [];
  const reject = (code: PasswordRejection['code'], bound: { min?: number; max?: number } = {}) =>
    rejections.push({ code, interpolation: bound });
  // Only printable ASCII, which every keyboard can type.
  if (/[^ -~]/.test(password)) reject('password_rejected.unsupported_characters');
  if (!isLongEnough(password, policy)) reject('password_rejected.too_short', { min: length.min });
  if (password.length > length.max) reject('password_rejected.too_long', { max: length.max });
  if (!hasEnoughKinds(password, policy)) reject('password_rejected.character_types', { min: characterTypes.min });
  return rejections;
}
