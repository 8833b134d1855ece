import { FlowProblem } from '../flow-problem.ts';

/** @throws FlowProblem `redirect.unsafe` unless the URL is absolute http(s): a server's word is no reason to run `javascript:`. */
export function webUrl(url: string): string {
  if (isWebUrl(url)) return url;
  throw new FlowProblem('redirect.unsafe');
}

export function isWebUrl(url: string): boolean {
  return /^https?:\/\/[^/]/i.test(url) && parse(url) !== undefined;
}

/** Schemes that a browser would run, show or read instead of handing them to an app. */
const browserSchemes = new Set(['javascript:', 'data:', 'blob:', 'file:', 'vbscript:', 'about:', 'filesystem:', 'view-source:']);

/** @throws FlowProblem `redirect.unsafe` unless the URL is http(s) or an app's own scheme. For links that the native bridge opens. */
export function appUrl(url: string): string {
  const parsed = parse(url);
  if (parsed && !browserSchemes.has(parsed.protocol)) return url;
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
