import { html } from 'lit';
import { accountProblems, blockedEmail } from './account-problems.ts';
import { identifierName } from './identifier-name.ts';
import { passwordProblems } from './password-problems.ts';
import { providerProblems, providerTitles } from './provider-problems.ts';
import { isPresentable, type ProblemReport, preferServerMessage, type Words } from './problem-report.ts';
import { capitalize, interpolate, msg, offlineText, type Values } from './words.ts';

/**
 * Words for a problem, or for news: what happened and what to do. Our own words where they say more than the server's, else the
 * server's message (it speaks twenty languages), else nothing.
 */
export function describeProblem({ code, message, values = {} }: ProblemReport): string | undefined {
  const own = ourWords(code);
  if (own) return own(values, message);
  return code !== 'unknown' && isPresentable(message) ? message : undefined;
}

/**
 * The same, never empty: a problem without words of its own gets a general sentence, with its code and request id for support.
 * `whole`: with what stands below the line, where there is more to say.
 */
export function problemText(report: ProblemReport): string;
export function problemText(report: ProblemReport, whole: true): unknown;
export function problemText(report: ProblemReport, whole?: true): unknown {
  const { reference, wait } = report;
  const text = lineOf(report);
  if (!whole || !(reference ?? wait)) return text;
  return [text, html`<sie-problem-details .until=${wait?.until} .reference=${reference}></sie-problem-details>`];
}

function lineOf(report: ProblemReport): string {
  const text = describeProblem(report) || somethingWrong();
  const { code, requestId } = report;
  if (ourWords(code)) return text;
  const reference = [...(code === 'unknown' ? [] : [code]), ...(requestId ? [requestId] : [])].join(' ');
  return reference ? `${text} (${reference})` : text;
}

/** Heading of a screen that shows nothing but a problem. */
export const problemTitle = (code: string): string =>
  Object.hasOwn(providerTitles, code)
    ? (providerTitles[code]?.() ?? '')
    : code.startsWith('one_time_token.')
      ? msg('Invalid link', { id: 'error.invalid_link' })
      : somethingWrong();

const ourWords = (code: string): Words | undefined =>
  Object.hasOwn(words, code) ? words[code] : families.find(([prefix]) => code.startsWith(prefix))?.[1];

/** Without "try again" and without a full stop: in all languages of the server this is a heading, too. */
const somethingWrong = (): string => msg('Something went wrong', { id: 'error.something_went_wrong' });

const timeout: Words = () => msg('This took too long. Please try again.', { id: 'error.timeout' });

const sessionLost: Words = () => msg('Session not found. Please go back and sign in again.', { id: 'error.invalid_session' });

const incomplete = preferServerMessage(() =>
  msg('Your account lacks something that is asked for here. Sign in again to add it.', { id: 'sie.problem.incomplete' }),
);

const invalidCode: Words = () => msg('The verification code is invalid.', { id: 'error.invalid_passcode' });

const usedUpCode: Words = preferServerMessage(() =>
  msg('This verification code can no longer be used. Ask for a new one.', { id: 'sie.problem.code_used_up' }),
);

const tooManyAttempts: Words = () =>
  msg('Too many attempts in a short time. Wait a moment and try again.', { id: 'sie.problem.too_many_attempts' });

const codeNotSent: Words = () =>
  msg('Failed to send the verification code. Please try again later.', { id: 'error.send_verification_code_failed' });

const captcha: Words = () =>
  msg('Failed to perform captcha verification. Please try again.', { id: 'error.captcha_verification_failed' });

const startAgain: Words = () => msg('That could not be completed. Please start again.', { id: 'sie.problem.start_again' });

const linkInvalid: Words = () =>
  msg('This link may have expired, or has been used already. Ask for a new one.', { id: 'error.invalid_link_description' });

const notStored: Words = () => msg('Failed to upload photo. Please try again.', { id: 'profile.avatar_upload.error_upload' });

const invalidInput: Words = () =>
  msg('Something you entered is not valid. Check it and try again.', { id: 'sie.problem.invalid_input' });

const callbackInvalid: Words = () => msg('The authorization is invalid', { id: 'error.invalid_connector_auth' });

const serviceFailed: Words = () =>
  msg('The service behind this option did not answer as expected. Try again, or choose another way to sign in.', {
    id: 'sie.problem.service_failed',
  });

const notAvailable: Words = () =>
  msg('This is not available here. Choose another way to sign in, or ask the administrator.', {
    id: 'sie.problem.not_available',
  });

const words: Readonly<Record<string, Words>> = {
  ...accountProblems,
  ...passwordProblems,
  ...providerProblems,
  'user.missing_profile': incomplete,
  'input.identifier_required': ({ types }) =>
    list(msg('{{types, list(type: disjunction;)}} is required', { id: 'error.general_required' }), types),
  'input.invalid_identifier': ({ types }) =>
    list(msg('The {{types, list(type: disjunction;)}} is invalid', { id: 'error.general_invalid' }), types),
  'input.code_incomplete': invalidCode,

  network: offlineText,
  'page.incomplete': () =>
    msg('A part of this page could not be loaded. Check your connection and try again.', { id: 'sie.problem.page_incomplete' }),
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

/** Codes without a line of their own, by how they begin. What connectors and links answer is for developers. */
const families: readonly (readonly [string, Words])[] = [
  ['callback.', callbackInvalid],
  ['session.email_blocklist.', blockedEmail],
  ['one_time_token.', linkInvalid],
  ['custom_profile_fields.', invalidInput],
  ['storage.', notStored],
  ['connector.', serviceFailed],
  ['single_sign_on.', serviceFailed],
  // The text a native app hands over is its own and meant for people.
  ['native.', preferServerMessage(serviceFailed)],
];

function list(text: string, types: Values[string]): string {
  const known = Array.isArray(types) ? types : ['username', 'email', 'phone'];
  const sentence = interpolate(text, { types: known.map(identifierName) });
  return capitalize(sentence);
}
