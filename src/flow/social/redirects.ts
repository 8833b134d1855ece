import { parseUrl, parseWebUrl } from '../../shared/web-address.ts';
import { FlowProblem } from '../problem.ts';

const orThrow = (url: URL | undefined): URL => {
  if (url) return url;
  throw new FlowProblem('redirect.unsafe');
};

/** @throws FlowProblem `redirect.unsafe` unless it is an http(s) URL; `javascript:` must not run even if the server sends it. */
export const webUrl = (text: unknown): URL => orThrow(parseWebUrl(text));

/** A scheme of a domain that the app's makers own, in reverse: `com.example.app:` (RFC 8252 section 7.1). */
const privateUse = /^[a-z][a-z\d+-]*(\.[a-z\d+-]+)+:$/;

/** Callback scheme of Logto's SDKs for Android (1.x, 2.x) and iOS (1.x): `logto-callback://<package>/web`, `logto-callback://web`. */
const sdkScheme = 'logto-callback:';

/** Schemes by which the native connectors of Logto, and the apps themselves, are opened. */
const nativeSchemes: readonly string[] = ['alipay:', 'alipays:', 'wechat:', 'weixin:'];

/** Schemes that browsers handle themselves, so they cannot be the scheme of an app. */
const browserSchemes = /^(about|blob|data|file|filesystem|ftp|javascript|vbscript|view-source|wss?):$/;

/**
 * A link that the deployer configured: a scheme (`myapp:`), or a whole link (`https://app.example.com/return`), which must match
 * except for query and fragment.
 */
function isStated({ protocol, origin, host, pathname }: URL, stated: readonly string[]): boolean {
  if (browserSchemes.test(protocol)) return false;
  return stated.some((entry) => {
    if (/^[a-z][a-z\d+.-]*:$/i.test(entry)) return !/^https?:$/.test(protocol) && entry.toLowerCase() === protocol;
    const url = parseUrl(entry);
    return url?.protocol === protocol && url.origin === origin && url.host === host && url.pathname === pathname;
  });
}

/**
 * A link for the native bridge to open: the provider's page, or its app by a known scheme.
 * @throws FlowProblem `redirect.unsafe`
 */
export function bridgeUrl(text: unknown, stated: readonly string[] = []): URL {
  const url = parseUrl(text);
  const isApp = url && (nativeSchemes.includes(url.protocol) || privateUse.test(url.protocol) || isStated(url, stated));
  return isApp ? url : webUrl(text);
}

/**
 * The link of the app that receives a provider's response. If the deployer configured links, only those are allowed; otherwise
 * private-use schemes and that of Logto's SDKs. Web pages only if configured.
 * @throws FlowProblem `redirect.unsafe`
 */
export function appLink(text: unknown, stated: readonly string[] = []): URL {
  const url = parseUrl(text);
  const isApp =
    url &&
    !(url.username || url.password) &&
    (stated.length > 0 ? isStated(url, stated) : url.protocol === sdkScheme || privateUse.test(url.protocol));
  return orThrow(isApp ? url : undefined);
}
