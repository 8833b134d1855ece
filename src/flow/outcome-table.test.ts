import { expect } from '@open-wc/testing';
import { outcomeOf, outcomes } from './outcomes.ts';
import { isUnattended } from './steps/index.ts';
import { again, inWords, nothingSpecial, sampleSteps } from './testing/outcomes-in-words.ts';

type SampleName = keyof typeof sampleSteps;

/** Outcomes of a code by step. `else`: on all other steps; `alone`: on other steps that run automatically or report a failure. */
type Line = Readonly<Record<'else', string> & Partial<Record<SampleName | 'alone', string>>>;

const startAgain: Line = { else: again };
const notice: Line = { else: 'notice', alone: again };
const unknownSession: Line = { else: 'go to unknown-session' };
const unavailable: Line = { else: 'go to unavailable' };
const brokenLink: Line = { else: 'go to error, to begin anew' };
const lostLine: Line = { else: 'notice', alone: 'go to error, to try again' };

const codeSteps = ['code to sign in', 'code to register', 'code to recover', 'code to continue'] as const;
const identifierSteps = ['sign-in', 'register', 'forgot-password', 'missing-identifier', 'single-sign-on'] as const;

/** The same on several steps. */
const on = (names: readonly SampleName[], outcome: string): Partial<Line> =>
  Object.fromEntries(names.map((name) => [name, outcome]));

/** A problem of one input: shown at the input if the step has it, else as a notice. */
const mendThe = (input: string, names: readonly SampleName[]): Line => ({ ...notice, ...on(names, `mend ${input}`) });
const mendTheIdentifier = mendThe('identifier', identifierSteps);
const mendTheNewPassword = mendThe('newPassword', ['new-password']);

const wrongCode: Line = { else: again, ...on(codeSteps, 'mend code') };

const mendTheName: Line = { else: 'go to register, saying so', ...on(identifierSteps, 'mend identifier') };

const addressTaken: Line = {
  else: again,
  'code to sign in': 'ask account.exists: go to sign-in, or go to sign-in',
  'code to register': 'ask account.exists: go to register, or go to register',
  'code to recover': 'ask account.exists: go to forgot-password, or go to forgot-password',
  'code to continue': 'ask account.exists: go to missing-identifier, or go to missing-identifier',
};

const addressNotAllowed: Line = {
  else: again,
  ...on(identifierSteps, 'mend identifier'),
  'code to sign in': again,
  'code to register': 'go to register, saying so',
  'code to recover': 'go to forgot-password, saying so',
  'code to continue': 'go to missing-identifier, saying so',
};

/** The outcomes of the server's and our own codes at a tenant with default settings. */
const expected: Readonly<Record<string, Line>> = {
  // What a person typed
  'input.identifier_required': mendTheIdentifier,
  'input.invalid_identifier': mendTheIdentifier,
  'input.invalid_username': mendTheIdentifier,
  'input.invalid_email': mendTheIdentifier,
  'input.invalid_phone': mendTheIdentifier,
  'input.password_required': mendThe('password', ['sign-in', 'password']),
  'input.new_password_required': mendTheNewPassword,
  'input.passwords_differ': mendThe('confirmPassword', ['new-password']),
  'input.code_incomplete': mendThe('code', codeSteps),
  'guard.invalid_input': {
    ...mendTheIdentifier,
    ...on(['one-time-token', 'reset-token', 'account-check'], 'go to error, to begin anew'),
  },

  // Identity
  'session.invalid_credentials': { else: 'notice', alone: again, password: 'mend password' },
  'session.verification_blocked_too_many_attempts': notice,
  'user.suspended': { else: 'go to account-suspended' },
  'user.user_not_exist': {
    else: again,
    'code to sign in': 'ask user.user_not_exist: go to sign-in, or go to sign-in',
    'code to register': 'ask user.user_not_exist: go to sign-in, or go to sign-in',
    'code to recover': 'ask user.user_not_exist: go to forgot-password, or go to forgot-password',
    'code to continue': 'ask user.user_not_exist: go to sign-in, or go to sign-in',
  },
  'user.sign_in_method_not_enabled': startAgain,
  'user.identity_not_exist': startAgain,
  'user.sso_identity_not_exist': startAgain,
  'auth.forbidden': startAgain,

  // One-time codes
  'verification_code.code_mismatch': wrongCode,
  'verification_code.expired': wrongCode,
  'verification_code.exceed_max_try': wrongCode,
  'verification_code.not_found': wrongCode,
  'verification_code.email_mismatch': startAgain,
  'verification_code.phone_mismatch': startAgain,
  'request.message_rate_limited': notice,
  'connector.rate_limit_exceeded': notice,
  'connector.usage_limit_exceeded': notice,

  // Missing profile data
  'user.missing_profile': { else: 'go to error' },
  'user.username_required': mendTheName,
  'user.username_starts_with_number': mendTheName,
  'user.username_invalid_charset_hard': mendTheName,
  'user.username_too_short': mendTheName,
  'user.username_too_long': mendTheName,
  'user.username_uppercase_not_allowed': mendTheName,
  'user.username_lowercase_not_allowed': mendTheName,
  'user.username_numbers_not_allowed': mendTheName,
  'user.username_underscore_not_allowed': mendTheName,
  'user.username_already_in_use': mendTheName,
  'user.email_already_in_use': addressTaken,
  'user.phone_already_in_use': addressTaken,
  'user.identity_already_in_use': startAgain,
  'user.username_exists_in_profile': startAgain,
  'user.email_exists_in_profile': startAgain,
  'user.phone_exists_in_profile': startAgain,
  'user.password_exists_in_profile': startAgain,
  'session.email_blocklist.email_not_allowed': addressNotAllowed,
  'session.email_blocklist.email_subaddressing_not_allowed': addressNotAllowed,
  'session.email_blocklist.invalid_email': addressNotAllowed,
  'session.email_blocklist.disposable_email_validation_failed': addressNotAllowed,
  'custom_profile_fields.name_conflict_built_in_prop': notice,
  'custom_profile_fields.name_conflict_sign_in_identifier': notice,
  'custom_profile_fields.name_conflict_custom_data': notice,
  'guard.file_size_exceeded': notice,
  'guard.mime_type_not_allowed': notice,
  'storage.not_configured': notice,
  'storage.upload_error': notice,

  // Passwords
  'password.rejected': mendTheNewPassword,
  'password.expired': notice,
  'user.same_password': mendTheNewPassword,
  'user.new_password_required_in_profile': { else: 'go to new-password' },
  'session.not_supported_for_forgot_password': startAgain,

  // The session on the server
  'session.not_found': unknownSession,
  'session.interaction_not_found': unknownSession,
  'session.identifier_not_found': startAgain,
  'session.verification_session_not_found': startAgain,
  'session.verification_failed': startAgain,
  'session.connector_validation_session_not_found': startAgain,
  'session.invalid_interaction_type': startAgain,
  'session.identity_conflict': startAgain,
  'session.csrf_token_mismatch': startAgain,
  'session.google_one_tap.cookie_mismatch': startAgain,
  'action.sign_in_identifier_changed': startAgain,

  // Social connectors, enterprise SSO and links
  'callback.state_missing': startAgain,
  'callback.state_mismatch': startAgain,
  'connector.unknown': notice,
  'connector.not_found': notice,
  'connector.social_auth_code_invalid': notice,
  'connector.authorization_failed': notice,
  'connector.general': notice,
  'entity.not_found': notice,
  'sso.not_enabled': mendTheIdentifier,
  'session.sso_enabled': startAgain,
  'single_sign_on.sso_signing_unavailable': notice,
  'one_time_token.token_consumed': brokenLink,
  'one_time_token.token_not_found': brokenLink,
  'one_time_token.email_mismatch': brokenLink,
  'one_time_token.token_expired': brokenLink,
  'one_time_token.token_revoked': brokenLink,
  'one_time_token.interaction_event_mismatch': brokenLink,
  'redirect.unsafe': { else: 'go to error' },
  'landing.invalid': { else: 'go to error' },
  'callback.taken': { else: 'go to error' },
  'social.cancelled': { else: again },
  'browser.storage_blocked': notice,

  // Captcha
  'captcha.failed': notice,
  'session.captcha_required': notice,
  'session.captcha_failed': notice,

  // Not supported yet
  'session.mfa.require_mfa_verification': unavailable,
  'session.mfa.mfa_factor_not_enabled': unavailable,
  'session.mfa.suggest_additional_mfa': unavailable,
  'session.mfa.backup_code_required': unavailable,
  'session.passkey_sign_in.sso_users_not_allowed': unavailable,
  'user.missing_mfa': unavailable,
  'user.suggest_mfa': unavailable,
  'user.passkey_preferred': unavailable,
  'oidc.access_denied': unavailable,

  // The connection to the server
  network: lostLine,
  chunk_load_failed: lostLine,
  timeout: lostLine,
  'service.failed': lostLine,
  'service.busy': lostLine,
  contract: lostLine,

  // Unknown codes
  unknown: notice,
  'no.such.code': notice,
};

describe('The outcome table', () => {
  for (const [code, line] of Object.entries(expected)) {
    it(`has the expected outcome of ${code} on each step`, () => {
      const own: Readonly<Record<string, string | undefined>> = line;
      const alone = line.alone ?? line.else;
      const found: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      for (const [label, step] of Object.entries(sampleSteps)) {
        found[label] = inWords(outcomeOf({ ...nothingSpecial, step, problem: { code } }));
        wanted[label] = own[label] ?? (isUnattended(step) ? alone : line.else);
      }
      expect(found).to.deep.equal(wanted);
    });
  }

  it('keeps the step on transient failures, unless the code has an entry of its own', () => {
    for (const code of [
      'session.brand_new',
      'user.brand_new',
      'session.email_blocklist.brand_new',
      'one_time_token.x',
      'oidc.x',
    ]) {
      for (const [label, step] of Object.entries(sampleSteps)) {
        const outcome = outcomeOf({ ...nothingSpecial, step, problem: { code }, isTransient: true });
        expect(inWords(outcome), `${code} on ${label}`).to.equal(isUnattended(step) ? 'go to error, to try again' : 'notice');
      }
    }
    for (const code of ['session.verification_blocked_too_many_attempts', 'request.message_rate_limited']) {
      const outcome = outcomeOf({
        ...nothingSpecial,
        step: sampleSteps['social-callback'],
        problem: { code },
        isTransient: true,
      });
      expect(inWords(outcome), code).to.equal('go to error, to try again');
    }
  });

  it('has no entry that is not tested here', () => {
    const unseen = Object.keys(outcomes).filter(
      (key) => !Object.keys(expected).some((code) => code === key || (key.endsWith('.') && code.startsWith(key))),
    );
    expect(unseen).to.deep.equal([]);
  });
});
