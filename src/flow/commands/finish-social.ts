import { verifySocial } from '../../client/endpoints/social.ts';
import { verifySso } from '../../client/endpoints/sso.ts';
import { ApiError } from '../../client/errors.ts';
import type { Command, Context, Next } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import { isCancelled } from '../policy/cancelled.ts';
import { canRemember, findSocial, forgetSocial, markSent } from '../social-memory.ts';
import type { Params } from '../steps/step.ts';
import { rememberTaken, findTaken } from '../taken.ts';
import { isTransient } from '../transient.ts';
import { begin, finishProof, finishWith } from './interaction.ts';

/** Back from a provider: check that this is the answer to our question, then sign in with it. */
export const finishSocial: Command<{ readonly connectorId: string; readonly params: Params }> = {
  // Google One Tap begins outside this page; who began here has agreed, and that is remembered.
  needsAgreement: 'sign-in',
  once: ({ connectorId, params: { state } }) => state && answerOf(connectorId, state),
  run(context, { connectorId, params }) {
    return params['credential'] ? finishOneTap(context, connectorId, params) : finishAttempt(context, connectorId, params);
  },
};

async function finishAttempt(context: Context, connectorId: string, { state, ...answer }: Params): Promise<Next> {
  const { client, navigation, settings, signal } = context;
  if (!state) throw new FlowProblem('callback.state_missing');
  const what = answerOf(connectorId, state);
  const taken = findTaken(context, what);
  if (taken?.isHere) return finishProof.run(context, {});
  if (taken) throw new FlowProblem('callback.taken');
  const attempt = findSocial(context, connectorId, state);
  if (!attempt) throw new FlowProblem(canRemember(context) ? 'callback.state_mismatch' : 'browser.storage_blocked');
  const target = settings.socialConnectors.find(({ id }) => id === connectorId)?.target;
  const forget = () => forgetSocial(context, connectorId, state);
  if (isCancelled(answer, target)) {
    forget();
    throw new FlowProblem('social.cancelled', { connectorId });
  }
  const { flow, verificationId } = attempt;
  const redirectUri = `${navigation.origin}/callback/${connectorId}`;
  const verified =
    flow === 'sso'
      ? client.call(verifySso, { connectorId, verificationId, connectorData: answer }, { signal })
      : client.call(verifySocial, { connectorId, verificationId, connectorData: { ...answer, redirectUri } }, { signal });
  const wasSent = markSent(context, connectorId, state);
  // What the server has decided is over; anything else may be tried again.
  await verified.then(forget, (error: unknown) => {
    if (!(error instanceof ApiError) || isTransient(error)) throw error;
    forget();
    // A page that was loaded twice may have had the answer accepted before it was gone: then the server knows it by its id.
    if (!wasSent) throw error;
  });
  rememberTaken(context, what, verificationId);
  return finishWith(context, { kind: flow, connectorId, verificationId });
}

const answerOf = (connectorId: string, state: string): string => `answer:${connectorId}:${state}`;

/**
 * Google One Tap: Google, not this page, began it, so there is no state to compare. Its own form post is
 * protected by a token that must equal the cookie; a credential that the app passed on, by the server's own cookie.
 */
async function finishOneTap(context: Context, connectorId: string, params: Params): Promise<Next> {
  const { client, cookie, navigation, signal } = context;
  const { credential, g_csrf_token: token } = params;
  const isPassedOn = credential !== undefined && credential === cookie?.(oneTapCookie);
  if (!isPassedOn && (!token || token !== cookie?.('g_csrf_token'))) throw new FlowProblem('callback.state_mismatch');
  await begin(context, 'SignIn');
  const redirectUri = `${navigation.origin}/callback/${connectorId}`;
  const connectorData = { ...params, redirectUri };
  const { verificationId } = await client.call(verifySocial, { connectorId, connectorData }, { signal });
  return finishWith(context, { kind: 'social', connectorId, verificationId });
}

/** Where the server keeps, for ten seconds, a credential that the app got from Google. */
export const oneTapCookie = '_logto_google_one_tap_credential';
