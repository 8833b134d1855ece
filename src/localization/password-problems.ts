import { preferServerMessage, type Words } from './problem-report.ts';
import { interpolate, msg } from './words.ts';

const required: Words = () => msg('Password is required', { id: 'error.password_required' });

/** What a new password breaks. The values are the codes of the rules, and the bound of each by its code. */
const rejected: Words = (values) => {
  const { rules } = values;
  const codes = Array.isArray(rules) ? (rules as readonly string[]) : [];
  // One thing at a time, and first what can be mended without a guess.
  const [code = '', words] = Object.entries(rejections).find(([key]) => codes.includes(key)) ?? [];
  if (words) return interpolate(words(), { min: values[code], max: values[code] });
  const list = Object.entries(overused).flatMap(([key, name]) => (codes.includes(key) ? [name()] : []));
  if (list.length > 0)
    return interpolate(msg('Avoid overusing {{list, list}}.', { id: 'error.password_rejected.restricted_found' }), { list });
  return msg('This password is not accepted here. Choose another one.', { id: 'sie.problem.password_rejected' });
};

/** Said alone, the first that applies. */
const rejections: Readonly<Record<string, () => string>> = {
  'password_rejected.unsupported_characters': () =>
    msg('Unsupported character found.', { id: 'error.password_rejected.unsupported_characters' }),
  'password_rejected.too_short': () => msg('Minimum length is {{min}}.', { id: 'error.password_rejected.too_short' }),
  'password_rejected.character_types': () =>
    msg('At least {{min}} types of characters are required.', { id: 'error.password_rejected.character_types' }),
  'password_rejected.too_long': () => msg('Maximum length is {{max}}.', { id: 'error.password_rejected.too_long' }),
  'password_rejected.pwned': () =>
    msg('Avoid using simple passwords that are easy to guess.', { id: 'error.password_rejected.pwned' }),
};

/** Said together. */
const overused: Readonly<Record<string, () => string>> = {
  'password_rejected.restricted.repetition': () =>
    msg('repeated characters', { id: 'error.password_rejected.restricted.repetition' }),
  'password_rejected.restricted.sequence': () =>
    msg('sequential characters', { id: 'error.password_rejected.restricted.sequence' }),
  'password_rejected.restricted.user_info': () =>
    msg('your personal information', { id: 'error.password_rejected.restricted.user_info' }),
  'password_rejected.restricted.words': () => msg('product context', { id: 'error.password_rejected.restricted.words' }),
};

/** What there is to say about passwords. */
export const passwordProblems: Readonly<Record<string, Words>> = {
  'input.password_required': required,
  'input.new_password_required': required,
  'user.new_password_required_in_profile': required,
  'input.passwords_differ': () => msg('Your passwords don’t match.', { id: 'error.passwords_do_not_match' }),
  'password.rejected': rejected,
  'password.expired': () =>
    msg('Your password has expired and must be reset before you can sign in.', { id: 'description.password_expired' }),
  'password.changed': () => msg('Password changed', { id: 'description.password_changed' }),
  'session.invalid_credentials': preferServerMessage(() =>
    msg('Account or password is not right. Check both and try again.', { id: 'sie.problem.credentials' }),
  ),
  'user.same_password': preferServerMessage(() =>
    msg('This is the password you have already. Choose another one.', { id: 'sie.problem.same_password' }),
  ),
};
