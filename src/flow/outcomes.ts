import { ApiError } from '../client/errors.ts';
import { autoSteps } from './auto-steps.ts';
import { FlowProblem } from './flow-problem.ts';
import type { FieldName, Problem } from './state.ts';
import type { Action, Step } from './steps.ts';

/** What a failure means for the person. */
export type Outcome =
  /** On to another step. `say`: show the failure there as a notice. */
  | { readonly kind: 'go'; readonly step: Step; readonly say?: true }
  /** Something to mend in one input. */
  | { readonly kind: 'field'; readonly field: FieldName }
  /** A decision to take. */
  | { readonly kind: 'confirm'; readonly values?: Readonly<Record<string, string>>; readonly accept: Action }
  /** Something to know; everything else stays. */
  | { readonly kind: 'notice' };

/** What was going on when it failed. */
export interface Situation {
  readonly step: Step;
  readonly action: Action;
  readonly problem: Problem;
}

type Rule = Outcome | ((situation: Situation) => Outcome);

const notice: Outcome = { kind: 'notice' };
const field = (name: FieldName): Outcome => ({ kind: 'field', field: name });
const signInAgain: Outcome = { kind: 'go', step: { name: 'sign-in' }, say: true };
const lostSession: Outcome = { kind: 'go', step: { name: 'unknown-session' } };
/** A way on that this page does not have yet. */
const later: Rule = ({ problem: { code } }) => ({ kind: 'go', step: { name: 'unavailable', code } });
/** Where the code came from is gone; the identifier is still there. */
const wrongCode: Rule = ({ step }) => (step.name === 'verification-code' ? field('code') : signInAgain);
/** A lone password field may be told wrong. Beside an identifier it may not: that would say which of the two was right. */
const wrongCredentials: Rule = ({ step }) => (step.name === 'password' ? field('password') : notice);
const invalidInput: Rule = ({ action }) => (action.command === 'submitIdentifier' ? field('identifier') : notice);
const unknownAccount: Rule = ({ step }) =>
  step.name === 'verification-code'
    ? {
        kind: 'confirm',
        values: { type: step.identifier.type, value: step.identifier.value },
        accept: { command: 'goTo', input: { step: { name: 'sign-in' }, replace: true } },
      }
    : signInAgain;

/**
 * THE table: server error code (server-contract 11 and 12), or one of our own, to what it means. A prefix that ends with a dot
 * stands for all codes that begin with it and have no line of their own.
 */
export const outcomes: Readonly<Record<string, Rule>> = {
  // What a person typed
  'input.identifier_required': field('identifier'),
  'input.invalid_identifier': field('identifier'),
  'input.invalid_username': field('identifier'),
  'input.invalid_email': field('identifier'),
  'input.invalid_phone': field('identifier'),
  'input.password_required': field('password'),
  'input.code_incomplete': field('code'),
  'guard.invalid_input': invalidInput,

  // Who it is
  'session.invalid_credentials': wrongCredentials,
  'session.verification_blocked_too_many_attempts': notice,
  'user.suspended': { kind: 'go', step: { name: 'account-suspended' } },
  'user.user_not_exist': unknownAccount,
  'user.sign_in_method_not_enabled': signInAgain,
  'user.identity_not_exist': later,
  'user.sso_identity_not_exist': later,
  'auth.forbidden': signInAgain,

  // One-time codes
  'verification_code.code_mismatch': wrongCode,
  'verification_code.expired': wrongCode,
  'verification_code.exceed_max_try': wrongCode,
  'verification_code.not_found': wrongCode,
  'verification_code.email_mismatch': signInAgain,
  'verification_code.phone_mismatch': signInAgain,
  'request.message_rate_limited': notice,

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

  // Social providers
  'callback.state_missing': signInAgain,
  'callback.state_mismatch': signInAgain,
  'connector.unknown': notice,
  'entity.not_found': notice,
  'connector.': notice,
  'redirect.unsafe': ({ problem }) => ({ kind: 'go', step: { name: 'error', ...sayable(problem) } }),

  // Ways on that come with later screens
  'password.expired': later,
  'session.sso_enabled': later,
  'session.captcha_required': later,
  'session.captcha_failed': later,
  'session.mfa.': later,
  'session.passkey_sign_in.': later,
  'session.email_blocklist.': later,
  'session.not_supported_for_forgot_password': later,
  'user.missing_profile': later,
  'user.missing_mfa': later,
  'user.suggest_mfa': later,
  'user.passkey_preferred': later,
  'user.new_password_required_in_profile': later,
  'user.email_already_in_use': later,
  'user.phone_already_in_use': later,
  'user.username_already_in_use': later,
  'user.identity_already_in_use': later,
  'one_time_token.': later,
  'single_sign_on.': later,
  'oidc.': later,

  // The line between here and the server
  network: retryOrNotice,
  timeout: retryOrNotice,
  contract: retryOrNotice,
};

/** A step that runs by itself has no button to press again, so it gets one. */
function retryOrNotice({ step, action, problem }: Situation): Outcome {
  if (!autoSteps[step.name]) return notice;
  return { kind: 'go', step: { name: 'error', ...sayable(problem), retry: action } };
}

function sayable({ code, message, requestId }: Problem) {
  return { code, ...(message && { message }), ...(requestId && { requestId }) };
}

/** The line of a code: its own, else that of the longest prefix that has one, else a notice with the server's words. */
export function ruleFor(code: string): Rule {
  for (let key = code; key; key = key.slice(0, key.lastIndexOf('.', key.length - 2) + 1)) {
    if (Object.hasOwn(outcomes, key)) return outcomes[key] ?? notice;
  }
  return notice;
}

/** The client's errors by name, as codes. */
const failures: Readonly<Record<string, string | undefined>> = {
  NetworkError: 'network',
  TimeoutError: 'timeout',
  ContractError: 'contract',
};

/** Names a failure: the server's code, or ours. Anything that is none of our errors is a bug of ours and named so. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) {
    const { code, message, requestId } = error;
    return { code, ...(message && { message }), ...(requestId && { requestId }) };
  }
  if (error instanceof FlowProblem) return { code: error.code, ...(error.values && { values: error.values }) };
  const code = error instanceof Error ? failures[error.name] : undefined;
  return { code: code ?? 'unknown' };
}

export function outcomeOf(situation: Situation): Outcome {
  const rule = ruleFor(situation.problem.code);
  const outcome = typeof rule === 'function' ? rule(situation) : rule;
  // A step that runs by itself has nothing to mend and nothing to press: start again.
  return autoSteps[situation.step.name] && outcome.kind !== 'go' ? signInAgain : outcome;
}
