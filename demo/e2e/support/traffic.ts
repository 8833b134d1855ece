import type { HTTPRequest, Page } from 'puppeteer-core';
import { recordPage } from './failure-report.ts';

/** A request as the browser sent it. */
export interface SentRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** What happened behind the page: requests, and complaints of the browser. */
export interface Traffic {
  readonly requests: readonly SentRequest[];
  /** Uncaught errors, and whatever the browser wrote to the console as an error: a Content-Security-Policy that was hit, for one. */
  readonly complaints: readonly string[];
  /** Those of them that are about the page's policy: something inline, something foreign, a text where a trusted type is required. */
  violations(): readonly string[];
  /** Calls of the Experience API, as `PUT /api/experience`. */
  calls(): readonly string[];
  /** Forgets what happened so far. */
  clear(): void;
}

/** A failed request is part of many specs; browsers write each to the console. */
const isAboutStatus = (text: string) => /failed to load resource|NetworkError when attempting/i.test(text);

/**
 * Firefox compares what it has of a file whose page was left meanwhile, which is nothing, and complains (153, 2026-11). A file that
 * really comes empty is a matter of `flipped-bytes.spec.ts`.
 */
const isAboutAbandonedFile = (text: string) => text.includes('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');

const isAboutPolicy = (text: string) => /content[ -]security[ -]policy|trusted ?(html|script|types)/i.test(text);

/** Has every document of the page report what its policy refused; not every browser writes that to the console. */
export async function reportViolations(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) => {
      console.error('Content-Security-Policy violated:', effectiveDirective, blockedURI, sourceFile, lineNumber, sample);
    });
  });
}

const sent = (request: HTTPRequest): SentRequest => ({
  method: request.method(),
  url: new URL(request.url()),
  headers: request.headers(),
});

/** Listens to a page from now on. */
export function follow(page: Page): Traffic {
  const requests: SentRequest[] = [];
  const complaints: string[] = [];
  recordPage(page);
  page.on('request', (request) => requests.push(sent(request)));
  const complain = (text: string) => {
    if (!isAboutStatus(text) && !isAboutAbandonedFile(text)) complaints.push(text);
  };
  page.on('pageerror', (error) => complain(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text());
  });
  return {
    requests,
    complaints,
    violations: () => complaints.filter(isAboutPolicy),
    calls: () =>
      requests.filter(({ url }) => url.pathname.startsWith('/api/')).map(({ method, url }) => `${method} ${url.pathname}`),
    clear() {
      requests.length = 0;
      complaints.length = 0;
    },
  };
}
