import { blockedEmail } from './account-problems.ts';
import { capitalize, identifierNoun, interpolate, msg, chunkMissingText, type Values } from './messages.ts';
import { preferServerMessage, type ProblemMessage } from './problem-report.ts';

const timeout: ProblemMessage = () => msg('This took too long. Please try again.', { id: 'error.timeout' });

const sessionLost: ProblemMessage = () =>
  msg('Session not found. Please go back and sign in again.', { id: 'error.invalid_session' });

const incomplete: ProblemMessage = preferServerMessage(() =>
  msg('Your account lacks something that is asked for here. Sign in again to add it.', { id: 'sie.problem.incomplete' }),
);

const invalidCode: ProblemMessage = () => msg('The verification code is invalid.', { id: 'error.invalid_passcode' });

const usedUpCode: ProblemMessage = preferServerMessage(() =>
  msg('This verification code can no longer be used. Ask for a new one.', { id: 'sie.problem.code_used_up' }),
);

const tooManyAttempts: ProblemMessage = (_values, _message, isTimed) =>
  isTimed
    ? msg('Too many attempts in a short time.', { id: 'sie.problem.too_many_attempts_timed' })
    : msg('Too many attempts in a short time. Wait a moment and try again.', { id: 'sie.problem.too_many_attempts' });

const codeNotSent: ProblemMessage = () =>
  msg('Failed to send the verification code. Please try again later.', { id: 'error.send_verification_code_failed' });

const captcha: ProblemMessage = () =>
  msg('Failed to perform captcha verification. Please try again.', { id: 'error.captcha_verification_failed' });

const startAgain: ProblemMessage = () =>
  msg('That could not be completed. Please start again.', { id: 'sie.problem.start_again' });

const linkInvalid: ProblemMessage = () =>
  msg('This link may have expired, or has been used already. Ask for a new one.', { id: 'error.invalid_link_description' });

const notStored: ProblemMessage = () =>
  msg('Failed to upload photo. Please try again.', { id: 'profile.avatar_upload.error_upload' });

const invalidInput: ProblemMessage = () =>
  msg('Something you entered is not valid. Check it and try again.', { id: 'sie.problem.invalid_input' });

const callbackInvalid: ProblemMessage = () => msg('The authorization is invalid', { id: 'error.invalid_connector_auth' });

const serviceFailed: ProblemMessage = () =>
  msg('The service behind this option did not answer as expected. Try again, or choose another way to sign in.', {
    id: 'sie.problem.service_failed',
  });

const notAvailable: ProblemMessage = () =>
  msg('This is not available here. Choose another way to sign in, or ask the administrator.', {
    id: 'sie.problem.not_available',
  });

/** Problems with the session, the service, verification codes, connectors and uploads, by code. */
export const serviceProblems: Readonly<Record<string, ProblemMessage>> = {
  'user.missing_profile': incomplete,
  'input.identifier_required': ({ types }) =>
    list(msg('{{types, list(type: disjunction;)}} is required', { id: 'error.general_required' }), types),
  'input.invalid_identifier': ({ types }) =>
    list(msg('The {{types, list(type: disjunction;)}} is invalid', { id: 'error.general_invalid' }), types),
  'input.code_incomplete': invalidCode,

  network: () =>
    msg('You seem to be offline, or the service cannot be reached. Check your connection and try again.', {
      id: 'sie.problem.network',
    }),
  chunk_load_failed: chunkMissingText,
  timeout,
  contract: () =>
    msg('The answer of the sign-in service was incomplete or could not be read. Try again in a moment.', {
      id: 'sie.problem.contract',
    }),
  'service.failed': () =>
    msg('The sign-in service is not working properly at the moment. This is not your fault. Try again in a moment.', {
      id: 'sie.problem.service_down',
    }),
  'service.busy': tooManyAttempts,
  not_available: notAvailable,
  'redirect.unsafe': () =>
    msg('The next address is not safe to open, so you have not been sent there. Go back to the app and start again.', {
      id: 'sie.problem.unsafe_redirect',
    }),
  'session.csrf_token_mismatch': callbackInvalid,
  'session.connector_validation_session_not_found': callbackInvalid,
  'connector.unknown': notAvailable,
  'connector.usage_limit_exceeded': codeNotSent,
  'code.not_sent_use_password': () =>
    msg('Failed to send the verification code. Please sign in with your password instead.', {
      id: 'error.send_verification_code_failed_use_password',
    }),
  'connector.rate_limit_exceeded': tooManyAttempts,
  'request.message_rate_limited': preferServerMessage(tooManyAttempts),
  'session.verification_blocked_too_many_attempts': preferServerMessage(tooManyAttempts),
  'verification_code.code_mismatch': preferServerMessage(invalidCode),
  'verification_code.not_found': preferServerMessage(invalidCode),
  'verification_code.expired': usedUpCode,
  'verification_code.exceed_max_try': usedUpCode,
  'code.sent': () => msg('Verification code has been sent.', { id: 'sie.notice.code_sent' }),

  'auth.forbidden': notAvailable,
  'entity.not_found': notAvailable,
  'user.sign_in_method_not_enabled': notAvailable,
  'sso.not_enabled': () => msg('Single Sign-On is not enabled for this email account.', { id: 'error.sso_not_enabled' }),
  'session.sso_enabled': () => msg('Single Sign-On is enabled for this account', { id: 'description.single_sign_on_enabled' }),
  'guard.invalid_input': invalidInput,
  'guard.file_size_exceeded': () =>
    interpolate(msg('File size must not exceed {{limit}}.', { id: 'profile.avatar_upload.error_file_size' }), { limit: '20 MB' }),
  'guard.mime_type_not_allowed': () =>
    interpolate(msg('File type must be {{extensions}}.', { id: 'profile.avatar_upload.error_file_type' }), {
      extensions: ['JPEG', 'PNG', 'GIF', 'WebP', 'BMP'],
    }),
  'storage.not_configured': () =>
    msg('Unable to upload your photo. Please try again later.', { id: 'profile.avatar_upload.error_storage_not_configured' }),
  'session.not_found': sessionLost,
  'session.interaction_not_found': sessionLost,
  'session.identifier_not_found': sessionLost,
  'session.verification_session_not_found': startAgain,
  'session.verification_failed': startAgain,
  'session.invalid_interaction_type': startAgain,
  'session.identity_conflict': startAgain,
  'session.not_supported_for_forgot_password': startAgain,
  'action.sign_in_identifier_changed': startAgain,
  'verification_code.email_mismatch': startAgain,
  'verification_code.phone_mismatch': startAgain,
  'session.google_one_tap.cookie_mismatch': callbackInvalid,
  'session.captcha_required': captcha,
  'session.captcha_failed': captcha,
  'captcha.failed': captcha,
  'captcha.unreachable': () =>
    msg('The check that you are a person could not be loaded. Look at your connection, or use another network, and try again.', {
      id: 'sie.problem.captcha_unreachable',
    }),
};

/**
 * By prefix, for codes that are not listed. The messages of connectors and links are for developers, so our own texts are shown instead.
 */
export const problemFamilies: readonly (readonly [string, ProblemMessage])[] = [
  ['callback.', callbackInvalid],
  ['session.email_blocklist.', blockedEmail],
  ['one_time_token.', linkInvalid],
  ['custom_profile_fields.', invalidInput],
  ['storage.', notStored],
  ['connector.', serviceFailed],
  ['single_sign_on.', serviceFailed],
  // Messages of native apps are written for end users.
  ['native.', preferServerMessage(serviceFailed)],
];

function list(text: string, types: Values[string]): string {
  const known = Array.isArray(types) ? types : ['username', 'email', 'phone'];
  const sentence = interpolate(text, { types: known.map(identifierNoun) });
  return capitalize(sentence);
}

/**
 * Problems with a redirect to a provider and back, by codes of the flow. `name` is the connector's name in the person's language.
 */
export const providerProblems: Readonly<Record<string, ProblemMessage>> = {
  'social.cancelled': ({ name }) =>
    interpolate(msg('You cancelled at {{name}}.', { id: 'sie.problem.social_cancelled' }), {
      name,
    }),
  'browser.storage_blocked': () =>
    msg(
      'Your browser does not let this page store anything, so it could not recognize you on your return. Allow cookies and site data for this page, or leave private browsing, and try again.',
      { id: 'sie.problem.storage_blocked' },
    ),
  'callback.taken': () =>
    msg('This sign-in goes on in another window, or is finished already. Go on there, or sign in again.', {
      id: 'sie.problem.callback_taken',
    }),
  'one_time_token.taken': () =>
    msg('This link has been opened in another window already. Go on there, or ask for a new link.', {
      id: 'sie.problem.link_taken',
    }),
  'landing.invalid': () =>
    msg('This address does not lead to a way to sign in. Go back to the app and start again.', {
      id: 'sie.problem.landing_invalid',
    }),
  'landing.declined': () =>
    msg('You have not been sent there. Go back to the app and start again, or choose another way to sign in.', {
      id: 'sie.problem.landing_declined',
    }),
  'landing.done': () =>
    msg('Your sign-in has been handed to the app. Go back to the app. If it does not open, try again.', {
      id: 'sie.problem.landing_done',
    }),
};

/** Titles for problems that are not failures. */
export const providerTitles: Readonly<Record<string, () => string>> = {
  'callback.taken': () => msg('Already in use', { id: 'sie.title.taken' }),
  'landing.declined': () => msg('Not continued', { id: 'sie.title.not_continued' }),
  'landing.done': () => msg('Go back to the app', { id: 'sie.title.back_to_app' }),
};
