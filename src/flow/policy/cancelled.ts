import { decodeFully } from '../params.ts';
import type { Params } from '../steps/step.ts';

/** Parameters in which providers say why there is no code. */
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
 * How providers say that the person cancelled, letters and digits alone. RFC 6749 section 4.1.2.1 has `access_denied`, which most
 * send. Apple: `user_cancelled_authorize`; LinkedIn: `user_cancelled_login`; Facebook: `error_reason=user_denied`; LINE:
 * `ACCESS_DENIED`; Microsoft: `error_subcode=cancel`; Weibo: `error_code=21330`; Alipay's SDK: `resultStatus=6001`; QQ on phones:
 * `usercancel=1`; OpenID 2.0: `openid.mode=cancel`. From their public documentation (2026-11).
 */
const cancelled =
  /^(access|user|consent|permission|login|auth(orization)?)?(denied|declined|cancel(l?ed)?)(by)?(user|login|authoriz(e|ation)|popup)?$|^user(refused?|rejected|aborted)$|^popupclosed(byuser)?$|^(21330|6001)$/;

/** Where a code would be. */
const codes: readonly string[] = ['code', 'authCode', 'auth_code', 'credential', 'id_token', 'oauth_verifier'];

/** Targets that send a person who cancelled back without a code and without a word, with the `state` alone. */
const silent: readonly string[] = ['alipay', 'dingtalk', 'feishu', 'qq', 'wechat', 'wecom'];

/** Whether a provider's answer says that the person cancelled there. A code counts more than what stands beside it. */
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
