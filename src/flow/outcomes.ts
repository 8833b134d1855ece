import { invalidInput, invalidLink } from './link/commands.ts';
import {
  errorScreen,
  field,
  lostSession,
  notice,
  type Outcome,
  retryOrNotice,
  type Rule,
  signInAgain,
  type Situation,
  suspended,
  unavailable,
} from './outcome.ts';
import { missingProfile } from './profile/commands.ts';
import { passwordExpired, passwordWanted, rejectedPassword } from './recovery/commands.ts';
import { addressTaken, blockedEmail, usernameField } from './register/commands.ts';
import { codeNotSent, forbidden, unknownAccount, wrongCode, wrongCredentials } from './sign-in/commands.ts';
import { unknownIdentity } from './social/finish.ts';
import { ssoRequired, unknownSsoIdentity } from './sso/commands.ts';
import { hasInput, isSingleUse, isUnattended } from './steps/index.ts';

/**
 * The outcome table: what an error code means. The codes are the server's
 * (https://github.com/logto-io/logto/tree/master/packages/phrases/src/locales/en/errors) or our own. A prefix that ends with a dot
 * stands for all codes that begin with it and have no entry of their own.
 */
export const outcomes: Readonly<Record<string, Rule>> = {
  // What a person typed
  'input.identifier_required': field('identifier'),
  'input.invalid_identifier': field('identifier'),
  'input.invalid_username': field('identifier'),
  'input.invalid_email': field('identifier'),
  'input.invalid_phone': field('identifier'),
  'input.password_required': field('password'),
  'input.new_password_required': field('newPassword'),
  'input.passwords_differ': field('confirmPassword'),
  'input.code_incomplete': field('code'),
  'guard.invalid_input': invalidInput,

  // Identity
  'session.invalid_credentials': wrongCredentials,
  'session.verification_blocked_too_many_attempts': notice,
  'user.suspended': suspended,
  'user.user_not_exist': unknownAccount,
  'user.sign_in_method_not_enabled': signInAgain,
  'user.identity_not_exist': unknownIdentity,
  'user.sso_identity_not_exist': unknownSsoIdentity,
  'auth.forbidden': forbidden,

  // One-time codes
  'verification_code.code_mismatch': wrongCode,
  'verification_code.expired': wrongCode,
  'verification_code.exceed_max_try': wrongCode,
  'verification_code.not_found': wrongCode,
  'verification_code.email_mismatch': signInAgain,
  'verification_code.phone_mismatch': signInAgain,
  'request.message_rate_limited': notice,
  'connector.usage_limit_exceeded': codeNotSent,

  // Missing profile data
  'user.missing_profile': missingProfile,
  'user.username_required': usernameField,
  'user.username_starts_with_number': usernameField,
  'user.username_invalid_charset_hard': usernameField,
  'user.username_too_short': usernameField,
  'user.username_too_long': usernameField,
  'user.username_uppercase_not_allowed': usernameField,
  'user.username_lowercase_not_allowed': usernameField,
  'user.username_numbers_not_allowed': usernameField,
  'user.username_underscore_not_allowed': usernameField,
  'user.username_already_in_use': usernameField,
  'user.email_already_in_use': addressTaken,
  'user.phone_already_in_use': addressTaken,
  'user.identity_already_in_use': signInAgain,
  'user.username_exists_in_profile': signInAgain,
  'user.email_exists_in_profile': signInAgain,
  'user.phone_exists_in_profile': signInAgain,
  'user.password_exists_in_profile': signInAgain,
  'session.email_blocklist.': blockedEmail,
  'custom_profile_fields.': notice,
  'guard.file_size_exceeded': notice,
  'guard.mime_type_not_allowed': notice,
  'storage.': notice,

  // Passwords
  'password.rejected': rejectedPassword,
  'password.expired': passwordExpired,
  'user.same_password': field('newPassword'),
  'user.new_password_required_in_profile': passwordWanted,
  'session.not_supported_for_forgot_password': signInAgain,

  // The session on the server
  'session.not_found': lostSession,
  'session.interaction_not_found': lostSession,
  'session.identifier_not_found': signInAgain,
  'session.verification_session_not_found': signInAgain,
  'session.verification_failed': signInAgain,
  'session.connector_validation_session_not_found': signInAgain,
  'session.invalid_interaction_type': signInAgain,
  'session.identity_conflict': signInAgain,
  'session.csrf_token_mismatch': signInAgain,
  'session.google_one_tap.cookie_mismatch': signInAgain,
  'action.sign_in_identifier_changed': signInAgain,

  // Social connectors, enterprise SSO and links
  'callback.state_missing': signInAgain,
  'callback.state_mismatch': signInAgain,
  'connector.unknown': notice,
  'entity.not_found': notice,
  'connector.': notice,
  'sso.not_enabled': field('identifier'),
  'session.sso_enabled': ssoRequired,
  'single_sign_on.': notice,
  'one_time_token.': invalidLink,
  'redirect.unsafe': errorScreen,
  'landing.invalid': errorScreen,
  'callback.taken': errorScreen,
  'social.cancelled': signInAgain,
  'browser.storage_blocked': notice,

  // Captcha
  'captcha.': notice,
  'session.captcha_required': notice,
  'session.captcha_failed': notice,

  // Not supported yet
  'session.mfa.': unavailable,
  'session.passkey_sign_in.': unavailable,
  'user.missing_mfa': unavailable,
  'user.suggest_mfa': unavailable,
  'user.passkey_preferred': unavailable,
  'oidc.': unavailable,

  // The connection to the server
  network: retryOrNotice,
  chunk_load_failed: retryOrNotice,
  timeout: retryOrNotice,
  'service.failed': retryOrNotice,
  'service.busy': retryOrNotice,
  contract: retryOrNotice,
};

/** The entry of a code: its own, else that of the longest matching prefix, else a notice with the server's message. */
export function ruleFor(code: string): Rule {
  // Longer than any entry. The limit bounds the work, because every dot starts a lookup.
  for (let key = code.slice(0, 200); key; key = shorter(key)) {
    if (Object.hasOwn(outcomes, key)) return outcomes[key] ?? notice;
  }
  return notice;
}

/** Up to the last dot; a dot at the very end does not count. */
const shorter = (key: string): string => key.slice(0, key.slice(0, -1).lastIndexOf('.') + 1);

/**
 * A transient failure keeps the step, so that the command can be retried. Only an entry for exactly this code overrides that, e.g. to
 * ask for the password when no code can be sent.
 */
export function outcomeOf(situation: Situation): Outcome {
  const { step, problem, isTransient } = situation;
  const rule = isTransient && !Object.hasOwn(outcomes, problem.code) ? retryOrNotice : ruleFor(problem.code);
  const outcome = typeof rule === 'function' ? rule(situation) : rule;
  if (outcome.kind === 'go') return isSingleUse(step) ? { ...outcome, keep: false } : outcome;
  if (outcome.kind === 'do') return outcome;
  // Nothing can be corrected or pressed again on this step, so offer to retry or to start over.
  if (isUnattended(step)) return isTransient ? retryOrNotice(situation) : signInAgain;
  // A step without this input cannot show its problem.
  return outcome.kind === 'field' && !hasInput(step, outcome.field) ? notice : outcome;
}
