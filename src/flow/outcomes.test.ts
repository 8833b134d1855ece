import { expect } from '@open-wc/testing';
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
  'session.interaction_not_found', 'oidc.access_denied', 'one_time_token.token_consumed',
]; // prettier-ignore

const identifier = { type: 'phone', value: '86138' } as const;
const steps: readonly Step[] = [
  { name: 'sign-in' },
  { name: 'password', identifier },
  { name: 'verification-code', purpose: 'sign-in', identifier, verificationId: 'v', sentAt: 0 },
  { name: 'social-callback', connectorId: 'c', params: {} },
  { name: 'direct', method: 'social', target: 't', fallback: 'sign-in' },
];

const around = { settings: settingsWith(), interaction: { event: 'SignIn' }, data: undefined } as const;

describe('the outcome table', () => {
  for (const code of documented) {
    it(`has a line for ${code}`, () => {
      const line = Object.keys(outcomes).some((key) => code === key || (key.endsWith('.') && code.startsWith(key)));
      expect(line, code).to.equal(true);
    });
  }

  it('never leaves a step that runs by itself waiting for a person', () => {
    const automatic = steps.filter(({ name }) => name === 'social-callback' || name === 'direct');
    for (const step of automatic) {
      for (const code of [...Object.keys(outcomes), 'no.such.code']) {
        const outcome = outcomeOf({ ...around, step, action: { command: 'finishSocial', input: step }, problem: { code } });
        expect(outcome.kind, `${code} on ${step.name}`).to.equal('go');
      }
    }
  });

  it('prefers the line of a code to that of its family', () => {
    expect(ruleFor('session.mfa.anything')).to.equal(outcomes['session.mfa.']);
    expect(ruleFor('session.not_found')).to.equal(outcomes['session.not_found']);
    expect(ruleFor('session.anything')).to.equal(ruleFor('no.such.code'));
  });

  it('leads only to steps that offer a way on', () => {
    const finals = new Set(['sign-in', 'unknown-session', 'account-suspended', 'unavailable', 'error']);
    for (const step of steps) {
      for (const code of Object.keys(outcomes)) {
        const outcome = outcomeOf({ ...around, step, action: { command: 'submitPassword', input: {} }, problem: { code } });
        if (outcome.kind === 'go') expect(finals).to.include(outcome.step.name);
      }
    }
  });
});
