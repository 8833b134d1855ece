import { fill, type Values } from './fill.ts';
import { capitalized } from './capitalized.ts';
import { identifierName } from './identifier-name.ts';
import { offlineText } from './offline-words.ts';
import { msg } from './words.ts';

/** Something that went wrong, as the flow reports it. */
export interface ProblemReport {
  /** Code of the server (`session.invalid_credentials`) or of ours (`input.identifier_required`, `network`). */
  code: string;
  /** The server's message, in the language of the request. */
  message?: string | undefined;
  /** Values for our words: `types` (identifier types), `type` and `value` of an identifier. */
  values?: Values | undefined;
}

/**
 * Words for a problem: what happened and what to do. Our own words where they say more than the server's, else the server's
 * message (it speaks twenty languages), else a general sentence with the code for whoever has to look into it.
 */
export function problemText({ code, message, values = {} }: ProblemReport): string {
  const own = (Object.hasOwn(words, code) ? words[code] : undefined) ?? families.find(([prefix]) => code.startsWith(prefix))?.[1];
  if (own) return own(values, message);
  if (code !== 'unknown' && isPresentable(message)) return message;
  const wrong = msg('Something went wrong', { id: 'error.something_went_wrong' });
  return code === 'unknown' ? wrong : `${wrong} (${code})`;
}

/**
 * Whether people can be shown a server's message. Some come with their places unfilled ("User with {{ identifier }} does not
 * exist."), with JSON of a connector, or with markup of a proxy.
 */
export function isPresentable(message: string | undefined): message is string {
  return message !== undefined && message.length <= 300 && /^[^{}<>]*[^{}<>\s][^{}<>]*$/.test(message);
}

type Words = (values: Values, message?: string) => string;

const timeout: Words = () => msg('This took too long. Please try again.', { id: 'error.timeout' });

const sessionLost: Words = () => msg('Session not found. Please go back and sign in again.', { id: 'error.invalid_session' });

const codeNotSent: Words = () =>
  msg('Failed to send the verification code. Please try again later.', { id: 'error.send_verification_code_failed' });

const captcha: Words = () => msg('Failed to perform captcha verification.', { id: 'error.captcha_verification_failed' });

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
  'input.identifier_required': ({ types }) =>
    list(msg('{{types, list(type: disjunction;)}} is required', { id: 'error.general_required' }), types),
  'input.invalid_identifier': ({ types }) =>
    list(msg('The {{types, list(type: disjunction;)}} is invalid', { id: 'error.general_invalid' }), types),
  'input.invalid_email': () => msg('The email is invalid', { id: 'error.invalid_email' }),
  'input.invalid_phone': () => msg('The phone number is invalid', { id: 'error.invalid_phone' }),
  'input.invalid_username': () =>
    msg('Username should only contain letters, numbers, or underscores.', { id: 'error.username_invalid_charset' }),
  'input.password_required': () => msg('Password is required', { id: 'error.password_required' }),
  'input.code_incomplete': () => msg('The verification code is invalid.', { id: 'error.invalid_passcode' }),

  network: offlineText,
  timeout,
  contract: () => msg('The service answered in an unexpected way. Try again in a moment.', { id: 'sie.problem.contract' }),
  not_available: notAvailable,
  'redirect.unsafe': () =>
    msg('The next address is not safe to open, so you have not been sent there. Go back to the app and start again.', {
      id: 'sie.problem.unsafe_redirect',
    }),
  'session.csrf_token_mismatch': callbackInvalid,
  'session.connector_validation_session_not_found': callbackInvalid,
  'connector.unknown': notAvailable,
  'connector.usage_limit_exceeded': codeNotSent,
  'connector.rate_limit_exceeded': () =>
    msg('Too many attempts in a short time. Wait a moment and try again.', { id: 'sie.problem.too_many_attempts' }),

  'auth.forbidden': notAvailable,
  'entity.not_found': notAvailable,
  'guard.invalid_input': () =>
    msg('Something you entered is not valid. Check it and try again.', { id: 'sie.problem.invalid_input' }),
  'session.not_found': sessionLost,
  'session.interaction_not_found': sessionLost,
  'session.identifier_not_found': sessionLost,
  'session.captcha_required': captcha,
  'session.captcha_failed': captcha,
  'user.suspended': () =>
    msg('This account has been suspended. Please contact the administrator for assistance.', {
      id: 'error.account_suspended_description',
    }),
  'user.user_not_exist': ({ type, value }) =>
    value === undefined
      ? msg('No account matches what you entered. Check it and try again.', { id: 'sie.problem.account_not_found' })
      : fill(msg('The account with {{type}} {{value}} does not exist.', { id: 'description.sign_in_id_does_not_exist_alert' }), {
          type: identifierName(String(type)),
          // The server's numbers have no plus; people's do.
          value: type === 'phone' ? `+${String(value)}` : value,
        }),
};

/** Codes without a line of their own, by how they begin. What connectors answer is for developers. */
const families: readonly (readonly [string, Words])[] = [
  ['callback.', callbackInvalid],
  ['connector.', serviceFailed],
  ['single_sign_on.', serviceFailed],
  // The text a native app hands over is its own and meant for people.
  ['native.', (values, message) => (isPresentable(message) ? message : serviceFailed(values))],
];

function list(text: string, types: Values[string]): string {
  const known = Array.isArray(types) ? types : ['username', 'email', 'phone'];
  const sentence = fill(text, { types: known.map(identifierName) });
  return capitalized(sentence);
}
