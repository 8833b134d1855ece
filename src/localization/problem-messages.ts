import { html } from 'lit';
import { accountProblems, passwordProblems } from './account-problems.ts';
import { isPresentable, type ProblemMessage, type ProblemReport } from './problem-report.ts';
import { problemFamilies, providerProblems, providerTitles, serviceProblems } from './service-problems.ts';
import { msg } from './messages.ts';

const messages: Readonly<Record<string, ProblemMessage>> = {
  ...accountProblems,
  ...passwordProblems,
  ...serviceProblems,
  ...providerProblems,
};

/**
 * Text for a problem or a notice: what happened and what to do. Our own text where there is one (it may prefer the server's
 * message), else the server's message, else undefined. `wait`: the caller shows the time until the next attempt below.
 */
export function describeProblem({ code, message, values = {}, wait }: ProblemReport): string | undefined {
  const own = ownMessage(code);
  if (own) return own(values, message, Boolean(wait));
  return code !== 'unknown' && isPresentable(message) ? message : undefined;
}

/**
 * Like `describeProblem`, but never empty: a problem without a text gets a general one, with its code and request id for support.
 * `whole`: a template with the details below, if there are any.
 */
export function problemText(report: ProblemReport): string;
export function problemText(report: ProblemReport, whole: true): unknown;
export function problemText(report: ProblemReport, whole?: true): unknown {
  const { reference, wait } = report;
  const text = withReference(whole ? report : { ...report, wait: undefined });
  if (!whole || !(reference ?? wait)) return text;
  return [text, html`<sie-problem-details .until=${wait?.until} .reference=${reference}></sie-problem-details>`];
}

/** The text, with code and request id where we have no text of our own for the code. */
function withReference(report: ProblemReport): string {
  const text = describeProblem(report) || somethingWrong();
  const { code, requestId } = report;
  if (ownMessage(code)) return text;
  const reference = [...(code === 'unknown' ? [] : [code]), ...(requestId ? [requestId] : [])].join(' ');
  return reference ? `${text} (${reference})` : text;
}

/** Title of a screen that shows a problem only. */
export const problemTitle = (code: string): string =>
  Object.hasOwn(providerTitles, code)
    ? (providerTitles[code]?.() ?? '')
    : code.startsWith('one_time_token.')
      ? msg('Invalid link', { id: 'error.invalid_link' })
      : somethingWrong();

const ownMessage = (code: string): ProblemMessage | undefined =>
  Object.hasOwn(messages, code) ? messages[code] : problemFamilies.find(([prefix]) => code.startsWith(prefix))?.[1];

/** Without "try again" and without a full stop, since it is used as a title, too. */
const somethingWrong = (): string => msg('Something went wrong', { id: 'error.something_went_wrong' });

/** Prefixes of the codes (the server's, and `path.…` for addresses) that ask for a second factor. */
const secondFactor = ['session.mfa.', 'session.passkey_sign_in.', 'user.missing_mfa', 'user.suggest_mfa', 'path.mfa-'];

/** For the step `unavailable`: suggests another way to sign in only where one may exist. */
export function unavailableText(code: string): string {
  return secondFactor.some((prefix) => code.startsWith(prefix))
    ? msg('Your account asks for a second step to sign in, and this page cannot do that yet. Ask the administrator of the app.', {
        id: 'sie.unavailable.second_step',
      })
    : msg('This page cannot do what comes next yet. Sign in another way, or ask the administrator of the app.', {
        id: 'sie.unavailable.text',
      });
}
