import { expect } from '@open-wc/testing';
import { autoSteps } from './auto-steps.ts';
import { outcomes } from './outcome-table.ts';
import { outcomeOf, ruleFor } from './outcomes.ts';
import { settingsWith } from './testing/harness.ts';
import type { Step } from './steps.ts';

/** Codes of server-contract 11 and 12, by what they mean for a person on the screen where they can happen. */
const documented = [
  'session.captcha_failed', 'auth.forbidden', 'session.not_supported_for_forgot_password', 'guard.invalid_input',
  'session.verification_session_not_found', 'session.verification_failed', 'session.invalid_interaction_type',
  'user.sign_in_method_not_enabled', 'user.suspended', 'user.user_not_exist', 'user.identity_not_exist',
  'user.sso_identity_not_exist', 'session.identity_conflict', 'session.sso_enabled', 'session.passkey_sign_in.sso_users_not_allowed',
  'session.captcha_required', 'user.missing_profile', 'user.username_already_in_use', 'user.email_already_in_use',
  'user.phone_already_in_use', 'user.identity_already_in_use', 'session.email_blocklist.email_not_allowed',
  'session.email_blocklist.email_subaddressing_not_allowed', 'session.mfa.require_mfa_verification', 'session.identifier_not_found',
  'session.invalid_credentials', 'password.expired', 'action.sign_in_identifier_changed', 'request.message_rate_limited',
  'connector.rate_limit_exceeded', 'connector.usage_limit_exceeded', 'connector.not_found', 'verification_code.not_found',
  'verification_code.phone_mismatch', 'verification_code.email_mismatch', 'verification_code.code_mismatch',
  'verification_code.expired', 'verification_code.exceed_max_try', 'session.verification_blocked_too_many_attempts',
  'session.csrf_token_mismatch', 'session.google_one_tap.cookie_mismatch', 'session.connector_validation_session_not_found',
  'connector.social_auth_code_invalid', 'connector.authorization_failed', 'connector.general', 'entity.not_found',
  'user.new_password_required_in_profile', 'user.passkey_preferred', 'session.mfa.mfa_factor_not_enabled', 'user.suggest_mfa',
  'user.missing_mfa', 'session.mfa.suggest_additional_mfa', 'session.mfa.backup_code_required', 'session.not_found',
  'session.interaction_not_found', 'oidc.access_denied', 'one_time_token.token_consumed', 'one_time_token.token_not_found',
  'one_time_token.email_mismatch', 'one_time_token.token_expired', 'one_time_token.token_revoked',
  'one_time_token.interaction_event_mismatch', 'password.rejected', 'user.same_password', 'user.username_required',
  'user.username_starts_with_number', 'user.username_invalid_charset_hard', 'user.username_too_short', 'user.username_too_long',
  'user.username_uppercase_not_allowed', 'user.username_lowercase_not_allowed', 'user.username_numbers_not_allowed',
  'user.username_underscore_not_allowed', 'user.username_exists_in_profile', 'user.email_exists_in_profile',
  'user.phone_exists_in_profile', 'user.password_exists_in_profile', 'session.email_blocklist.invalid_email',
  'session.email_blocklist.disposable_email_validation_failed', 'custom_profile_fields.name_conflict_built_in_prop',
  'custom_profile_fields.name_conflict_sign_in_identifier', 'custom_profile_fields.name_conflict_custom_data',
  'guard.file_size_exceeded', 'guard.mime_type_not_allowed', 'storage.not_configured', 'storage.upload_error',
  'single_sign_on.sso_signing_unavailable',
]; // prettier-ignore

const identifier = { type: 'phone', value: '86138' } as const;
const code = { name: 'verification-code', identifier, verificationId: 'v', sentAt: 0 } as const;
const steps: readonly Step[] = [
  { name: 'sign-in' },
  { name: 'register' },
  { name: 'password', identifier },
  { ...code, purpose: 'sign-in' },
  { ...code, purpose: 'register' },
  { ...code, purpose: 'forgot-password' },
  { ...code, purpose: 'continue', missing: 'emailOrPhone' },
  { name: 'forgot-password' },
  { name: 'new-password', purpose: 'reset' },
  { name: 'missing-identifier', missing: 'username' },
  { name: 'extra-profile' },
  { name: 'social-link', connectorId: 'c', relatedUser: { type: 'phone', value: '****1234' } },
  { name: 'single-sign-on' },
  { name: 'sso-connectors', connectorIds: ['a'] },
  { name: 'social-callback', connectorId: 'c', params: {} },
  { name: 'one-time-token', token: 't', email: 'a@b.c' },
  { name: 'reset-token', token: 't', email: 'a@b.c' },
  { name: 'account-check', token: 't', email: 'a@b.c' },
  { name: 'direct', method: 'social', target: 't', fallback: 'sign-in' },
];

const around = { settings: settingsWith(), interaction: { event: 'SignIn' }, data: undefined, identifier: undefined } as const;

describe('the outcome table', () => {
  for (const code of documented) {
    it(`has a line for ${code}`, () => {
      const line = Object.keys(outcomes).some((key) => code === key || (key.endsWith('.') && code.startsWith(key)));
      expect(line, code).to.equal(true);
    });
  }

  it('never leaves a step that runs by itself waiting for a person', () => {
    const automatic = steps.filter(({ name }) => autoSteps[name]);
    for (const step of automatic) {
      for (const code of [...Object.keys(outcomes), 'no.such.code']) {
        const outcome = outcomeOf({ ...around, step, action: { command: 'finishSocial', input: step }, problem: { code } });
        expect(['go', 'do'], `${code} on ${step.name}`).to.include(outcome.kind);
      }
    }
  });

  it('prefers the line of a code to that of its family', () => {
    expect(ruleFor('session.mfa.anything')).to.equal(outcomes['session.mfa.']);
    expect(ruleFor('session.not_found')).to.equal(outcomes['session.not_found']);
    expect(ruleFor('session.anything')).to.equal(ruleFor('no.such.code'));
  });

  it('leads only to steps that a person can go on from', () => {
    for (const step of steps) {
      for (const code of Object.keys(outcomes)) {
        const outcome = outcomeOf({ ...around, step, action: { command: 'submitPassword', input: {} }, problem: { code } });
        if (outcome.kind === 'go') expect(autoSteps[outcome.step.name], `${code} on ${step.name}`).to.equal(undefined);
      }
    }
  });
});
