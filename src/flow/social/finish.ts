import { verifySocial, verifySso } from '../../client/endpoints/verification.ts';
import { ApiError } from '../../client/errors.ts';
import { readRelatedUser } from '../../client/schemas/error-data.ts';
import type { Command, CommandContext, CommandResult } from '../context.ts';
import { isTransient } from '../failures.ts';
import { startInteraction, resumeVerification, submitWithVerification } from '../interaction.ts';
import { followUp, isArrival, replaceWith, type Rule, signInAgain } from '../outcome.ts';
import { decodeFully } from '../params.ts';
import { canRegister } from '../policy/tenant.ts';
import { FlowProblem } from '../problem.ts';
import type { Params } from '../steps/step.ts';
import { findTaken, rememberTaken } from '../taken.ts';
import { canRemember, findSocial, forgetSocial, markSent } from './memory.ts';

/** Back from a provider: checks that the response belongs to our request, then signs in with it. */
export const submitSocialCallback: Command<{ readonly connectorId: string; readonly params: Params }> = {
  // Google One Tap starts outside this page. Who started here has agreed already, and the agreement is stored.
  needsAgreement: 'sign-in',
  once: ({ connectorId, params: { state } }) => state && answerOf(connectorId, state),
  run(context, { connectorId, params }) {
    return params['credential'] ? submitOneTap(context, connectorId, params) : submitAnswer(context, connectorId, params);
  },
};

async function submitAnswer(context: CommandContext, connectorId: string, { state, ...answer }: Params): Promise<CommandResult> {
  const { client, navigation, settings, signal } = context;
  if (!state) throw new FlowProblem('callback.state_missing');
  const what = answerOf(connectorId, state);
  const taken = findTaken(context, what);
  if (taken?.isHere) return resumeVerification.run(context, {});
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
  // Forget the attempt only if the server rejected it; a transient failure can be retried.
  await verified.then(forget, (error: unknown) => {
    if (!(error instanceof ApiError) || isTransient(error)) throw error;
    forget();
    // If the page was reloaded, the server may already have accepted the response. Then the verification id continues the sign-in.
    if (!wasSent) throw error;
  });
  rememberTaken(context, what, verificationId);
  return submitWithVerification(context, { kind: flow, connectorId, verificationId });
}

const answerOf = (connectorId: string, state: string): string => `answer:${connectorId}:${state}`;

/**
 * Google One Tap: Google, not this page, starts it, so there is no state to compare. Its form post carries a token that must equal
 * that of the cookie; a credential from the app is protected by the server's own cookie.
 */
async function submitOneTap(context: CommandContext, connectorId: string, params: Params): Promise<CommandResult> {
  const { client, cookie, navigation, signal } = context;
  const { credential, g_csrf_token: token } = params;
  const isPassedOn = credential !== undefined && credential === cookie?.(oneTapCookie);
  if (!isPassedOn && (!token || token !== cookie?.('g_csrf_token'))) throw new FlowProblem('callback.state_mismatch');
  await startInteraction(context, 'SignIn');
  const redirectUri = `${navigation.origin}/callback/${connectorId}`;
  const connectorData = { ...params, redirectUri };
  const { verificationId } = await client.call(verifySocial, { connectorId, connectorData }, { signal });
  return submitWithVerification(context, { kind: 'social', connectorId, verificationId });
}

/** Where the server keeps, for ten seconds, a credential that the app got from Google. */
export const oneTapCookie = '_logto_google_one_tap_credential';

/** Parameters in which providers report errors. */
const reasons: readonly string[] = [
  'error',
  'error_code',
  'errorCode',
  'errcode',
  'error_reason',
  'error_subcode',
  'openid.mode',
  'resultStatus',
  'usercancel',
];

/**
 * Values with which providers report that the person cancelled, reduced to letters and digits. RFC 6749 section 4.1.2.1 has
 * `access_denied`, which most send. Apple: `user_cancelled_authorize`; LinkedIn: `user_cancelled_login`; Facebook:
 * `error_reason=user_denied`; LINE: `ACCESS_DENIED`; Microsoft: `error_subcode=cancel`; Weibo: `error_code=21330`; Alipay's SDK:
 * `resultStatus=6001`; QQ on phones: `usercancel=1`; OpenID 2.0: `openid.mode=cancel`. From their public documentation (2026-11).
 */
const cancelled =
  /^(access|user|consent|permission|login|auth(orization)?)?(denied|declined|cancel(l?ed)?)(by)?(user|login|authoriz(e|ation)|popup)?$|^user(refused?|rejected|aborted)$|^popupclosed(byuser)?$|^(21330|6001)$/;

/** Parameters for an authorization code. */
const codes: readonly string[] = ['code', 'authCode', 'auth_code', 'credential', 'id_token', 'oauth_verifier'];

/** Targets that report a cancellation by a response with `state` only, without code or error. */
const silent: readonly string[] = ['alipay', 'dingtalk', 'feishu', 'qq', 'wechat', 'wecom'];

/** Whether a provider's response says that the person cancelled. A code takes precedence over other parameters. */
export function isCancelled(answer: Params, target: string | undefined): boolean {
  if (codes.some((name) => answer[name])) return false;
  if (answer['denied'] || Number(answer['usercancel']) > 0) return true;
  const said = reasons.flatMap(
    (name) =>
      decodeFully(answer[name] ?? '')
        .toLowerCase()
        .replace(/[^a-z\d]/g, '') || [],
  );
  if (said.length > 0) return said.some((reason) => cancelled.test(reason));
  return target !== undefined && silent.includes(target);
}

/** No account has this social identity. */
export const unknownIdentity: Rule = (situation) => {
  const { settings, data, interaction } = situation;
  const { proof } = interaction;
  const related = readRelatedUser(data);
  if (!proof || !isArrival(situation)) return signInAgain;
  if (!related) return canRegister(settings) ? followUp('createAccount') : signInAgain;
  if (settings.socialSignIn.automaticAccountLinking) return followUp('linkRelatedAccount');
  return replaceWith({ name: 'social-link', connectorId: proof.connectorId ?? '', relatedUser: related });
};
