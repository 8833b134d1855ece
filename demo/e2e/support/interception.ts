import type { HTTPRequest, Page } from 'puppeteer-core';

/** What to do with a request; undefined lets it pass. */
export type Interception = (request: HTTPRequest) => { readonly status?: number; readonly body: unknown } | 'fail' | undefined;

/** Answers requests instead of the server, or makes them fail, until it is called again. */
export async function intercept(page: Page, decide: Interception): Promise<void> {
  await page.setRequestInterception(true);
  page.removeAllListeners('request');
  page.on('request', (request) => {
    const decision = decide(request);
    if (decision === undefined) return void request.continue();
    if (decision === 'fail') return void request.abort('failed');
    void request.respond({
      status: decision.status ?? 200,
      contentType: 'application/json',
      body: JSON.stringify(decision.body),
    });
  });
}

/** Whether it is this call of the API, as `POST /api/experience/submit`. */
export const isCall = (request: HTTPRequest, call: string): boolean =>
  `${request.method()} ${new URL(request.url()).pathname}` === call;
