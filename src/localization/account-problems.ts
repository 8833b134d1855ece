import { identifierName } from './identifier-name.ts';
import { isPresentable, preferServerMessage, type Words } from './problem-report.ts';
import { interpolate, msg, type Values } from './words.ts';

const charset: Words = () =>
  msg('Username should only contain letters, numbers, or underscores.', { id: 'error.username_invalid_charset' });

/** With the bound where we know it; the server's message else, which does not name it. */
const bounded =
  (text: () => string): Words =>
  (values, message) =>
    values['min'] === undefined && isPresentable(message) ? message : interpolate(text(), values);

const taken =
  (type: 'email' | 'phone'): Words =>
  () =>
    interpolate(
      msg('This {{type}} belongs to an account already. Sign in to that account, or use another {{type}}.', {
        id: 'sie.problem.address_in_use',
      }),
      { type: identifierName(type) },
    );

const complete: Words = () =>
  msg('Your account has this already. Sign in again to go on.', { id: 'sie.problem.exists_in_profile' });

const unknownIdentity: Words = () =>
  msg('No account belongs to this sign-in yet, and none can be made here. Sign in another way.', {
    id: 'sie.problem.identity_unknown',
  });

/** A type and value as people write them; the server's numbers have no plus. */
export const writtenValues = ({ type, value }: Values): Values => ({
  type: identifierName(String(type)),
  value: type === 'phone' ? `+${String(value)}` : value,
});

/** Problems with who somebody is, and with what they want to be called. */
export const accountProblems: Readonly<Record<string, Words>> = {
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

/** Why an address may not be used. */
export const blockedEmail: Words = preferServerMessage(() =>
  msg('This email cannot be used here. Use another one.', { id: 'sie.problem.email_not_allowed' }),
);
