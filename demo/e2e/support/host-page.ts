import type { Page } from 'puppeteer-core';

export interface HostPage {
  /** Path on the server's own origin. */
  readonly path: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves a host page on the server's origin, beside the hosted page. */
export async function putHostPage(page: Page, { path, html, headers = {} }: HostPage): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.isInterceptResolutionHandled()) return;
    if (new URL(request.url()).pathname !== path) return void request.continue();
    void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers: { ...headers }, body: html });
  });
}
