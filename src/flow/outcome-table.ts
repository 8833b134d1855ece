import type { Rule } from './outcomes.ts';
import {
  addressTaken,
  blockedEmail,
  codeNotSent,
  field,
  forbidden,
  invalidInput,
  invalidLink,
  later,
  lostSession,
  missingProfile,
  notice,
  passwordExpired,
  passwordWanted,
  rejectedPassword,
  retryOrNotice,
  signInAgain,
  signOnNeeded,
  suspended,
  unknownAccount,
  unknownIdentity,
  unknownSignOnIdentity,
  unsafeRedirect,
  usernameField,
  wrongCode,
  wrongCredentials,
} from './outcome-rules.ts';

/**
 * THE table: error code of the server (https://github.com/logto-io/logto/tree/master/packages/phrases/src/locales/en/errors), or one
 * of our own, to what it means. A prefix that ends with a dot stands for all codes that begin with it and have no line of their own.
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

  // Who it is
  'session.invalid_credentials': wrongCredentials,
  'session.verification_blocked_too_many_attempts': notice,
  'user.suspended': suspended,
  'user.user_not_exist': unknownAccount,
  'user.sign_in_method_not_enabled': signInAgain,
  'user.identity_not_exist': unknownIdentity,
  'user.sso_identity_not_exist': unknownSignOnIdentity,
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

  // What the account lacks
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

  // Providers, companies' sign-ons and links
  'callback.state_missing': signInAgain,
  'callback.state_mismatch': signInAgain,
  'connector.unknown': notice,
  'entity.not_found': notice,
  'connector.': notice,
  'sso.not_enabled': field('identifier'),
  'session.sso_enabled': signOnNeeded,
  'single_sign_on.': notice,
  'one_time_token.': invalidLink,
  'redirect.unsafe': unsafeRedirect,
  'landing.invalid': unsafeRedirect,
  'callback.taken': unsafeRedirect,
  'social.cancelled': signInAgain,
  'browser.storage_blocked': notice,

  // Machines
  'captcha.': notice,
  'session.captcha_required': notice,
  'session.captcha_failed': notice,

  // Ways on that come with later screens
  'session.mfa.': later,
  'session.passkey_sign_in.': later,
  'user.missing_mfa': later,
  'user.suggest_mfa': later,
  'user.passkey_preferred': later,
  'oidc.': later,

  // The line between here and the server
  network: retryOrNotice,
  chunk_load_failed: retryOrNotice,
  timeout: retryOrNotice,
  'service.failed': retryOrNotice,
  'service.busy': retryOrNotice,
  contract: retryOrNotice,
};
