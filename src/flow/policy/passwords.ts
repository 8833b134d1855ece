import type { PasswordRejection } from '../../client/schemas/error-data.ts';
import type { PasswordPolicy } from '../../client/schemas/policies.ts';

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[ -/:-@[-`{-~]/];

export const isLongEnough = (password: string, { length }: PasswordPolicy): boolean => password.length >= length.min;

/** Of small and capital letters, digits and symbols as many as the tenant wants. */
export const hasEnoughKinds = (password: string, { characterTypes }: PasswordPolicy): boolean =>
  kinds.filter((kind) => kind.test(password)).length >= characterTypes.min;

/**
 * The rules of the tenant that a password breaks, as far as a page can know: length and kinds of characters. What else the server
 * rejects (leaked passwords, sequences, the person's own name) only the server can tell.
 */
export function passwordRejections(password: string, policy: PasswordPolicy): readonly PasswordRejection[] {
  const { length, characterTypes } = policy;
  const rejections: PasswordRejection[] = [];
  const reject = (code: PasswordRejection['code'], bound: { min?: number; max?: number } = {}) =>
    rejections.push({ code, interpolation: bound });
  // Printable ASCII alone: what can be typed on every keyboard.
  if (/[^ -~]/.test(password)) reject('password_rejected.unsupported_characters');
  if (!isLongEnough(password, policy)) reject('password_rejected.too_short', { min: length.min });
  if (password.length > length.max) reject('password_rejected.too_long', { max: length.max });
  if (!hasEnoughKinds(password, policy)) reject('password_rejected.character_types', { min: characterTypes.min });
  return rejections;
}
