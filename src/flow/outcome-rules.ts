import {
  readMissingProfile,
  readPasswordRejections,
  readRelatedUser,
  readSsoConnectorIds,
} from '../client/schemas/error-data.ts';
import { type Action, type CommandName, identifierIn } from './action.ts';
import type { Outcome, Rule, Situation } from './outcomes.ts';
import { canRegister, canRegisterWith, canSignIn, methodsFor, recoveryTypes, ssoConnectorsWith } from './policy/tenant.ts';
import type { FieldName, Problem } from './problem.ts';
import { hasInput, isUnattended, previousStep, runsByItself } from './steps/index.ts';
import type { Step } from './steps/step.ts';

/** What the lines of the outcome table can say. Those that depend on where the person is decide it here and nowhere else. */
export const notice: Outcome = { kind: 'notice' };
export const field = (name: FieldName): Outcome => ({ kind: 'field', field: name });
type Go = Extract<Outcome, { kind: 'go' }>;
export const replaceWith = (step: Step): Go => ({ kind: 'go', step });
const restartAt = (step: Step): Go => ({ kind: 'go', step, say: true });
const pushStep = (step: Step): Go => ({ kind: 'go', step, keep: true });
const goToAction = (step: Step): Action => ({ command: 'goTo', input: { step, replace: true } });

export const signInAgain = restartAt({ name: 'sign-in' });
export const lostSession = replaceWith({ name: 'unknown-session' });

export const suspended: Rule = ({ problem: { code } }) => replaceWith({ name: 'account-suspended', code });

/** A way on that this page does not have yet. */
export const later: Rule = ({ problem: { code } }) => replaceWith({ name: 'unavailable', code });

/** On a step without the input, what the code was for is gone. */
export const wrongCode: Rule = ({ step }) => (hasInput(step, 'code') ? field('code') : signInAgain);

/** A lone password field may be told wrong. Beside an identifier it may not: that would say which of the two was right. */
export const wrongCredentials: Rule = ({ step }) => (hasInput(step, 'identifier') ? notice : field('password'));

/** Of a step that follows a link by itself the link is what cannot be read. */
export const invalidInput: Rule = (situation) => {
  const { step } = situation;
  return 'token' in step && runsByItself(step) ? invalidLink(situation) : field('identifier');
};

/** With its bounds, so that the words can name them. */
export const usernameField: Rule = ({ step }) =>
  hasInput(step, 'identifier') ? field('identifier') : restartAt({ name: 'register' });

/** The server knows nobody with this address. */
export const unknownAccount: Rule = (situation) => {
  const { step, settings, interaction } = situation;
  if (interaction.proof?.kind === 'link' && isArrival(situation)) return followUp('createAccount');
  if (!('verificationId' in step)) return signInAgain;
  const { identifier, verificationId } = step;
  const values = { type: identifier.type, value: identifier.value };
  if (step.purpose === 'sign-in' && canRegisterWith(settings, identifier.type)) {
    const accept: Action = { command: 'createAccount', input: { verificationId } };
    return { kind: 'confirm', code: 'account.create', values, accept, decline: goToAction({ name: 'sign-in' }) };
  }
  const back = goToAction({ name: step.purpose === 'forgot-password' ? 'forgot-password' : 'sign-in' });
  return { kind: 'confirm', code: 'user.user_not_exist', values, accept: back, decline: back };
};

/** Back from a provider, or by a link: what was proved is not used up yet. */
const isArrival = ({ action: { command } }: Situation): boolean =>
  command === 'finishSocial' || command === 'resumeVerification' || command === 'followLink';

/** A social identity that nobody has. */
export const unknownIdentity: Rule = (situation) => {
  const { settings, data, interaction } = situation;
  const { proof } = interaction;
  const related = readRelatedUser(data);
  if (!proof || !isArrival(situation)) return signInAgain;
  if (!related) return canRegister(settings) ? followUp('createAccount') : signInAgain;
  if (settings.socialSignIn.automaticAccountLinking) return followUp('linkRelatedAccount');
  return replaceWith({ name: 'social-link', connectorId: proof.connectorId ?? '', relatedUser: related });
};

/** Nobody signs in here, but what was proved may still become an account. */
export const forbidden: Rule = (situation) => {
  const { settings, interaction } = situation;
  return interaction.proof && isArrival(situation) && !canSignIn(settings) ? followUp('createAccount') : signInAgain;
};

export const unknownSignOnIdentity: Rule = (situation) =>
  isArrival(situation) && canRegister(situation.settings) ? followUp('createAccount') : signInAgain;

/** The address belongs to somebody: to the same person, most likely. */
export const addressTaken: Rule = ({ step, settings, interaction }) => {
  if (!('verificationId' in step)) return signInAgain;
  const { identifier, verificationId } = step;
  const values = { type: identifier.type, value: identifier.value };
  const back = goToAction(previousStep(step));
  // Signing in with the code that was just typed must be allowed, or it would be refused.
  const mayUse = interaction.event === 'Register' && canSignIn(settings) && methodsFor(settings, identifier.type).code;
  if (!mayUse) return { kind: 'confirm', code: 'account.exists', values, accept: back, decline: back };
  const isLink = step.purpose === 'continue' && interaction.proof?.kind === 'social';
  const accept: Action = { command: isLink ? 'linkToExistingAccount' : 'useExistingAccount', input: { verificationId } };
  const code = isLink ? 'account.link' : 'account.use_existing';
  return { kind: 'confirm', code, values, accept, decline: back };
};

export const blockedEmail: Rule = (situation) => {
  const { step } = situation;
  if (hasInput(step, 'code')) return restartAt(previousStep(step));
  return hasInput(step, 'identifier') ? field('identifier') : signInAgain;
};

/** The tenant asks for more about the account; the server names it in the order to ask for it. */
export const missingProfile: Rule = ({ step, data, problem, action, interaction, identifier }) => {
  const [missing] = readMissingProfile(data) ?? [];
  // Asked for again although it was just given: this page does not know something about it.
  const isAskedAgain =
    missing === (step.name === 'extra-profile' ? 'extraProfile' : step.name === 'missing-identifier' && step.missing);
  if (!missing || isAskedAgain) return replaceWith({ name: 'error', ...sayable(problem) });
  if (missing === 'extraProfile') return pushStep({ name: 'extra-profile' });
  if (missing !== 'password') return pushStep({ name: 'missing-identifier', missing });
  // What was typed before somebody chose a provider is not what that account is called.
  const isTyped = interaction.proof === undefined || interaction.proof.kind === 'link';
  return pushStep({ name: 'new-password', purpose: 'continue', ...(isTyped && identifier && { identifier }), ...typed(action) });
};

/** The proof is there, so the old password may be replaced. */
export const passwordWanted: Rule = ({ action }) => replaceWith({ name: 'new-password', purpose: 'reset', ...typed(action) });

export const rejectedPassword: Rule = ({ data }) => {
  const rejections = readPasswordRejections(data) ?? [];
  const values: Record<string, string | readonly string[]> = { rules: rejections.map(({ code }) => code) };
  for (const { code, interpolation } of rejections) values[code] = String(interpolation?.min ?? interpolation?.max ?? '');
  return { kind: 'field', field: 'newPassword', values };
};

export const passwordExpired: Rule = ({ settings, action }) => {
  if (recoveryTypes(settings).length === 0) return notice;
  const accept = goToAction({ name: 'forgot-password', ...typed(action) });
  return { kind: 'confirm', code: 'password.expired', accept, decline: accept };
};

/** The tenant's quota of messages is used up: on to the password, where there is one. */
export const codeNotSent: Rule = ({ action, settings, step }) => {
  const { identifier } = typed(action);
  const hasPassword = identifier && step.name === 'sign-in' && methodsFor(settings, identifier.type).password;
  return hasPassword ? { ...replaceWith({ name: 'password', identifier }), say: 'code.not_sent_use_password' } : notice;
};

/** The address must sign in through its company. */
export const signOnNeeded: Rule = ({ data, settings, action }) => {
  const connectors = ssoConnectorsWith(settings, readSsoConnectorIds(data) ?? []);
  if (connectors.length === 0) return signInAgain;
  const email = typed(action).identifier?.value;
  return restartAt({ name: 'sso-connectors', connectorIds: connectors.map(({ id }) => id), ...(email && { email }) });
};

/** The app's authorization request carries the token, so signing in here would lead to the same link again. */
export const invalidLink = ({ problem }: Situation): Outcome =>
  replaceWith({ name: 'error', ...sayable(problem), startOver: true });

export const unsafeRedirect: Rule = ({ problem }) => replaceWith({ name: 'error', ...sayable(problem) });

/** A step that runs by itself has no button to press again, so it gets one. */
export const retryOrNotice = ({ step, problem, retry }: Situation): Outcome =>
  isUnattended(step) ? replaceWith({ name: 'error', ...sayable(problem), retry }) : notice;

function followUp(command: CommandName): Outcome {
  return { kind: 'do', action: { command, input: {} } };
}

/** The identifier that the action was about, for the next step. */
const typed = ({ input }: Action) => identifierIn(input);

function sayable({ code, message, requestId, reference, wait }: Problem) {
  return {
    code,
    ...(message && { message }),
    ...(requestId && { requestId }),
    ...(reference && { reference }),
    ...(wait && { wait }),
  };
}
