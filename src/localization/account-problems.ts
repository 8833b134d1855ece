import { formatIdentifier } from '../shared/identifier.ts';
import { identifierNoun, interpolate, msg, type Values } from './messages.ts';
import { isPresentable, preferServerMessage, type ProblemMessage } from './problem-report.ts';

const charset: ProblemMessage = () =>
  msg('Username should only contain letters, numbers, or underscores.', { id: 'error.username_invalid_charset' });

/** Our own text if the limit is known; else the server's message, which does not name it. */
const bounded =
  (text: () => string): ProblemMessage =>
  (values, message) =>
    values['min'] === undefined && isPresentable(message) ? message : interpolate(text(), values);

const taken =
  (type: 'email' | 'phone'): ProblemMessage =>
  () =>
    interpolate(
      msg('This {{type}} belongs to an account already. Sign in to that account, or use another {{type}}.', {
        id: 'sie.problem.address_in_use',
      }),
      { type: identifierNoun(type) },
    );

const complete: ProblemMessage = () =>
  msg('Your account has this already. Sign in again to go on.', { id: 'sie.problem.exists_in_profile' });

const unknownIdentity: ProblemMessage = () =>
  msg('No account belongs to this sign-in yet, and none can be made here. Sign in another way.', {
    id: 'sie.problem.identity_unknown',
  });

/** Identifier type and value as people write them. */
export const writtenValues = ({ type, value }: Values): Values => ({
  type: identifierNoun(String(type)),
  value: typeof value === 'string' ? formatIdentifier({ type: String(type), value }) : value,
});

/** Problems with identifiers and accounts, by code. */
export const accountProblems: Readonly<Record<string, ProblemMessage>> = {
  'input.invalid_email': () => msg('The email is invalid', { id: 'error.invalid_email' }),
  'input.invalid_phone': () => msg('The phone number is invalid', { id: 'error.invalid_phone' }),
  'input.invalid_username': charset,
  'user.username_required': () => msg('Username is required', { id: 'error.username_required' }),
  'user.username_starts_with_number': () =>
    msg('Username should not start with a number', { id: 'error.username_should_not_start_with_number' }),
  'user.username_invalid_charset_hard': charset,
  'user.username_too_short': bounded(() =>
    msg('Username must be at least {{min}} characters long.', { id: 'error.username_too_short' }),
  ),
  'user.username_too_long': bounded(() =>
    msg('Username must be at most {{max}} characters long.', { id: 'error.username_too_long' }),
  ),
  'user.username_uppercase_not_allowed': () =>
    msg('Uppercase letters are not allowed in usernames.', { id: 'error.username_uppercase_not_allowed' }),
  'user.username_lowercase_not_allowed': () =>
    msg('Lowercase letters are not allowed in usernames.', { id: 'error.username_lowercase_not_allowed' }),
  'user.username_numbers_not_allowed': () =>
    msg('Numbers are not allowed in usernames.', { id: 'error.username_numbers_not_allowed' }),
  'user.username_underscore_not_allowed': () =>
    msg('Underscores are not allowed in usernames.', { id: 'error.username_underscore_not_allowed' }),
  'user.username_already_in_use': () => msg('Username already exists', { id: 'error.username_exists' }),
  'user.email_already_in_use': taken('email'),
  'user.phone_already_in_use': taken('phone'),
  'user.identity_already_in_use': preferServerMessage(() =>
    msg('This sign-in belongs to another account already. Sign in to that account.', { id: 'sie.problem.identity_in_use' }),
  ),
  'user.username_exists_in_profile': complete,
  'user.email_exists_in_profile': complete,
  'user.phone_exists_in_profile': complete,
  'user.password_exists_in_profile': complete,
  'user.identity_not_exist': unknownIdentity,
  'user.sso_identity_not_exist': unknownIdentity,
  'user.suspended': () =>
    msg('This account has been suspended. Please contact the administrator for assistance.', {
      id: 'error.account_suspended_description',
    }),
  'user.user_not_exist': (values) =>
    values['value'] === undefined
      ? msg('No account matches what you entered. Check it and try again.', { id: 'sie.problem.account_not_found' })
      : interpolate(
          msg('The account with {{type}} {{value}} does not exist.', { id: 'description.sign_in_id_does_not_exist_alert' }),
          writtenValues(values),
        ),
  'session.email_blocklist.email_subaddressing_not_allowed': () =>
    msg('Email addresses with a plus sign cannot be used here. Enter yours without it.', {
      id: 'sie.problem.email_subaddress',
    }),
  'session.email_blocklist.disposable_email_validation_failed': () =>
    msg('This email could not be checked. Try again in a moment, or use another one.', {
      id: 'sie.problem.email_not_checked',
    }),
};

/** For email addresses that the tenant does not allow. */
export const blockedEmail: ProblemMessage = preferServerMessage(() =>
  msg('This email cannot be used here. Use another one.', { id: 'sie.problem.email_not_allowed' }),
);

const passwordRequired: ProblemMessage = () => msg('Password is required', { id: 'error.password_required' });

/** A new password that breaks the policy. Values: the codes of the broken `rules`, and the limit of each by its code. */
const passwordRejected: ProblemMessage = (values) => {
  const { rules } = values;
  const codes = Array.isArray(rules) ? (rules as readonly string[]) : [];
  // One rule at a time, and those first that say exactly what to change.
  const [code = '', text] = Object.entries(rejections).find(([key]) => codes.includes(key)) ?? [];
  if (text) return interpolate(text(), { min: values[code], max: values[code] });
  const list = Object.entries(overused).flatMap(([key, name]) => (codes.includes(key) ? [name()] : []));
  if (list.length > 0)
    return interpolate(msg('Avoid overusing {{list, list}}.', { id: 'error.password_rejected.restricted_found' }), { list });
  return msg('This password is not accepted here. Choose another one.', { id: 'sie.problem.password_rejected' });
};

/** Shown alone: the first that applies. */
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

/** Shown together, as a list. */
const overused: Readonly<Record<string, () => string>> = {
  'password_rejected.restricted.repetition': () =>
    msg('repeated characters', { id: 'error.password_rejected.restricted.repetition' }),
  'password_rejected.restricted.sequence': () =>
    msg('sequential characters', { id: 'error.password_rejected.restricted.sequence' }),
  'password_rejected.restricted.user_info': () =>
    msg('your personal information', { id: 'error.password_rejected.restricted.user_info' }),
  'password_rejected.restricted.words': () => msg('product context', { id: 'error.password_rejected.restricted.words' }),
};

/** Problems with passwords, by code. */
export const passwordProblems: Readonly<Record<string, ProblemMessage>> = {
  'input.password_required': passwordRequired,
  'input.new_password_required': passwordRequired,
  'user.new_password_required_in_profile': passwordRequired,
  'input.passwords_differ': () => msg('Your passwords don’t match.', { id: 'error.passwords_do_not_match' }),
  'password.rejected': passwordRejected,
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
