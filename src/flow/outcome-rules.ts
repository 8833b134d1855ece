import {
  readMissingProfile,
  readPasswordRejections,
  readRelatedUser,
  readSsoConnectorIds,
} from '../client/schemas/error-data.ts';
import { autoSteps } from './auto-steps.ts';
import { identifierOf, isRecord } from './guards.ts';
import type { Outcome, Rule, Situation } from './outcomes.ts';
import { methodsFor } from './policy/methods.ts';
import { recoveryTypes } from './policy/recovery.ts';
import { canRegister, canRegisterWith } from './policy/sign-up.ts';
import { ssoConnectorsWith } from './policy/sso.ts';
import type { FieldName, Problem } from './state.ts';
import { stepBefore } from './step-before.ts';
import type { Action, Step } from './steps.ts';

/** What the lines of the outcome table can say. Those that depend on where the person is decide it here and nowhere else. */
export const notice: Outcome = { kind: 'notice' };
export const field = (name: FieldName): Outcome => ({ kind: 'field', field: name });
type Go = Extract<Outcome, { kind: 'go' }>;
export const go = (step: Step): Go => ({ kind: 'go', step });
const goAndSay = (step: Step): Go => ({ kind: 'go', step, say: true });
const goOn = (step: Step): Go => ({ kind: 'go', step, keep: true });
const goTo = (step: Step): Action => ({ command: 'goTo', input: { step, replace: true } });

export const signInAgain = goAndSay({ name: 'sign-in' });
export const lostSession = go({ name: 'unknown-session' });

/** A way on that this page does not have yet. */
export const later: Rule = ({ problem: { code } }) => go({ name: 'unavailable', code });

/** Where the code came from is gone; the identifier is still there. */
export const wrongCode: Rule = ({ step }) => (step.name === 'verification-code' ? field('code') : signInAgain);

/** A lone password field may be told wrong. Beside an identifier it may not: that would say which of the two was right. */
export const wrongCredentials: Rule = ({ step }) => (step.name === 'password' ? field('password') : notice);

const identifierSteps: readonly Step['name'][] = [
  'sign-in',
  'register',
  'forgot-password',
  'missing-identifier',
  'single-sign-on',
];
const identifierField: Rule = ({ step }) => (identifierSteps.includes(step.name) ? field('identifier') : notice);
export const invalidInput = identifierField;

/** With its bounds, so that the words can name them. */
export const usernameField: Rule = ({ step }) =>
  identifierSteps.includes(step.name) ? field('identifier') : goAndSay({ name: 'register' });

/** The server knows nobody with this address (flows 7). */
export const unknownAccount: Rule = ({ step, settings, interaction }) => {
  if (step.name === 'one-time-token') return doIt('createAccount', { verificationId: interaction.proof?.verificationId });
  if (step.name !== 'verification-code') return signInAgain;
  const { identifier, verificationId } = step;
  const values = { type: identifier.type, value: identifier.value };
  if (step.purpose === 'sign-in' && canRegisterWith(settings, identifier.type)) {
    const accept = { command: 'createAccount', input: { verificationId } };
    return { kind: 'confirm', code: 'account.create', values, accept, decline: goTo({ name: 'sign-in' }) };
  }
  const back = goTo({ name: step.purpose === 'forgot-password' ? 'forgot-password' : 'sign-in' });
  return { kind: 'confirm', code: 'user.user_not_exist', values, accept: back, decline: back };
};

/** A social identity that nobody has (flows 10.2). */
export const unknownIdentity: Rule = ({ step, settings, data, interaction }) => {
  const related = readRelatedUser(data);
  if (related && settings.socialSignIn.automaticAccountLinking) return doIt('linkRelatedAccount');
  if (related && step.name === 'social-callback') {
    return go({ name: 'social-link', connectorId: step.connectorId, relatedUser: related });
  }
  if (!canRegister(settings)) return signInAgain;
  return doIt('createAccount', { verificationId: interaction.proof?.verificationId });
};

export const unknownSignOnIdentity: Rule = ({ settings, interaction }) =>
  canRegister(settings) ? doIt('createAccount', { verificationId: interaction.proof?.verificationId }) : signInAgain;

/** The address belongs to somebody: to the same person, most likely (flows 7). */
export const addressTaken: Rule = ({ step, settings, interaction }) => {
  if (step.name !== 'verification-code') return signInAgain;
  const { identifier, verificationId } = step;
  const values = { type: identifier.type, value: identifier.value };
  const back = goTo(stepBefore(step));
  if (step.purpose === 'continue' && interaction.proof?.kind === 'social') {
    const accept = { command: 'linkToExistingAccount', input: { verificationId } };
    return { kind: 'confirm', code: 'account.link', values, accept, decline: back };
  }
  // Signing in with the code that was just typed must be allowed, or it would be refused.
  if (interaction.event === 'Register' && methodsFor(settings, identifier.type).code && settings.signInMode !== 'Register') {
    const accept = { command: 'useExistingAccount', input: { verificationId } };
    return { kind: 'confirm', code: 'account.use_existing', values, accept, decline: back };
  }
  return { kind: 'confirm', code: 'account.exists', values, accept: back, decline: back };
};

export const blockedEmail: Rule = (situation) => {
  const { step } = situation;
  if (step.name === 'verification-code') return goAndSay(stepBefore(step));
  return identifierSteps.includes(step.name) ? field('identifier') : signInAgain;
};

/** The tenant asks for more about the account; the server names it in the order to ask for it. */
export const missingProfile: Rule = ({ data, problem, action }) => {
  const [missing] = readMissingProfile(data) ?? [];
  if (!missing) return go({ name: 'error', ...sayable(problem) });
  if (missing === 'extraProfile') return goOn({ name: 'extra-profile' });
  if (missing !== 'password') return goOn({ name: 'missing-identifier', missing });
  const identifier = typedIdentifier(action);
  return goOn({ name: 'new-password', purpose: 'continue', ...(identifier && { identifier }) });
};

export const rejectedPassword: Rule = ({ data }) => {
  const rejections = readPasswordRejections(data) ?? [];
  const values: Record<string, string | readonly string[]> = { rules: rejections.map(({ code }) => code) };
  for (const { code, interpolation } of rejections) values[code] = String(interpolation?.min ?? interpolation?.max ?? '');
  return { kind: 'field', field: 'newPassword', values };
};

export const passwordExpired: Rule = ({ settings, action }) => {
  const identifier = typedIdentifier(action);
  if (recoveryTypes(settings).length === 0) return notice;
  const accept = goTo({ name: 'forgot-password', ...(identifier && { identifier }) });
  return { kind: 'confirm', code: 'password.expired', accept, decline: accept };
};

/** The tenant's quota of messages is used up: on to the password, where there is one. */
export const codeNotSent: Rule = ({ action, settings, step }) => {
  const identifier = typedIdentifier(action);
  const hasPassword = identifier && step.name === 'sign-in' && methodsFor(settings, identifier.type).password;
  return hasPassword ? { ...go({ name: 'password', identifier }), say: 'code.not_sent_use_password' } : notice;
};

/** The address must sign in through its company. */
export const signOnNeeded: Rule = ({ data, settings, action }) => {
  const connectors = ssoConnectorsWith(settings, readSsoConnectorIds(data) ?? []);
  if (connectors.length === 0) return signInAgain;
  const email = typedIdentifier(action)?.value;
  return goAndSay({ name: 'sso-connectors', connectorIds: connectors.map(({ id }) => id), ...(email && { email }) });
};

export const invalidLink: Rule = ({ problem }) => go({ name: 'error', ...sayable(problem) });
export const unsafeRedirect = invalidLink;

/** A step that runs by itself has no button to press again, so it gets one. */
export const retryOrNotice: Rule = ({ step, action, problem }: Situation) =>
  autoSteps[step.name] ? go({ name: 'error', ...sayable(problem), retry: action }) : notice;

function doIt(command: string, input: object = {}): Outcome {
  return { kind: 'do', action: { command, input } };
}

function typedIdentifier({ input }: Action) {
  return isRecord(input) ? identifierOf(input['identifier']) : undefined;
}

function sayable({ code, message, requestId }: Problem) {
  return { code, ...(message && { message }), ...(requestId && { requestId }) };
}
