import { FlowProblem } from '../flow-problem.ts';

/** @throws FlowProblem `redirect.unsafe` unless the URL is absolute http(s): a server's word is no reason to run `javascript:`. */
export function webUrl(url: string): string {
  if (isWebUrl(url)) return url;
  throw new FlowProblem('redirect.unsafe');
}

export function isWebUrl(url: string): boolean {
  return /^https?:\/\/[^/]/i.test(url) && parse(url) !== undefined;
}

/**
 * Schemes that are no app's own: a browser runs, shows or reads them, or they open some browser or mail program with an address of
 * the sender's choice (`intent:` of Chrome on Android, `x-safari-https:` of iOS, `microsoft-edge:`, `googlechromes:`, `firefox:` …).
 */
const foreignSchemes =
  /^(javascript|vbscript|data|blob|file|filesystem|about|view-source|content|chrome.*|resource|intent|android-app|market|itms.*|x-safari-.*|x-web-search|googlechrome.*|firefox.*|microsoft-edge.*|ms-.*|opera.*|touch-https?|brave|duckduckgo|ddg.*|ucbrowser|mqqbrowser|baiduboxapp|ftps?|sftp|wss?|mailto|sms.*|mms.*|tel.*|facetime.*):$/;

/** @throws FlowProblem `redirect.unsafe` unless the URL is http(s) or an app's own scheme. For links that the native bridge opens. */
export function appUrl(url: string): string {
  const parsed = parse(url);
  if (parsed && !foreignSchemes.test(parsed.protocol)) return url;
  throw new FlowProblem('redirect.unsafe');
}

/**
 * @throws FlowProblem `redirect.unsafe` unless the URL has an app's own scheme, or is of this very origin. Provider's answers go
 * there, so no other web page may get them.
 */
export function appLink(url: string, origin: string): string {
  const link = appUrl(url);
  if (!isWebUrl(link) || new URL(link).origin === origin) return link;
  throw new FlowProblem('redirect.unsafe');
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
