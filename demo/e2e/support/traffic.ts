import type { HTTPRequest, Page } from 'puppeteer-core';
import { recordPage } from './failure-report.ts';

/** A request as the browser sent it. */
export interface SentRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** Requests and errors of a page. */
export interface Traffic {
  readonly requests: readonly SentRequest[];
  /** Uncaught errors, and errors that the browser wrote to the console, such as Content-Security-Policy violations. */
  readonly errors: readonly string[];
  /** Errors about the page's Content-Security-Policy or Trusted Types. */
  violations(): readonly string[];
  /** Calls of the Experience API, as `PUT /api/experience`. */
  calls(): readonly string[];
  /** Forgets what happened so far. */
  clear(): void;
}

/** Browsers report each failed request on the console, and many tests cause some on purpose. */
const isAboutStatus = (text: string) => /failed to load resource|NetworkError when attempting/i.test(text);

/**
 * Firefox 153 reports an integrity error for a file whose page was left during the download: the hash of nothing. Files that really
 * arrive empty are tested in `flipped-bytes.spec.ts`.
 */
const isAboutAbandonedFile = (text: string) => text.includes('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');

const isAboutPolicy = (text: string) => /content[ -]security[ -]policy|trusted ?(html|script|types)/i.test(text);

/** Logs policy violations of every document of the page; not every browser writes them to the console. */
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
  const errors: string[] = [];
  recordPage(page);
  page.on('request', (request) => requests.push(sent(request)));
  const complain = (text: string) => {
    if (!isAboutStatus(text) && !isAboutAbandonedFile(text)) errors.push(text);
  };
  page.on('pageerror', (error) => complain(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text());
  });
  return {
    requests,
    errors,
    violations: () => errors.filter(isAboutPolicy),
    calls: () =>
      requests.filter(({ url }) => url.pathname.startsWith('/api/')).map(({ method, url }) => `${method} ${url.pathname}`),
    clear() {
      requests.length = 0;
      errors.length = 0;
    },
  };
}
