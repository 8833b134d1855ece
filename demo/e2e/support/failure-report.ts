import { subscribe } from 'node:diagnostics_channel';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { format } from 'node:util';
import type { ConsoleMessage, HTTPResponse, Page } from 'puppeteer-core';

/** What is recorded while a test runs, to be written if it fails. Tests of one process run one after the other. */
const recorded = {
  pages: [] as { readonly page: Page; readonly lines: string[] }[],
  server: [] as string[],
  /** Bodies that are still being read. */
  reading: [] as Promise<void>[],
};

const now = () => new Date().toISOString().slice('2000-01-01T'.length, -1);

/** Drops what earlier tests recorded. */
export function startRecording(): void {
  recorded.pages = [];
  recorded.server = [];
  recorded.reading = [];
}

/** Records the console, uncaught errors and answers of the API. */
export function recordPage(page: Page): void {
  const lines: string[] = [];
  recorded.pages.push({ page, lines });
  const write = (text: string) => void lines.push(`${now()} ${text}`);
  page.on('console', (message: ConsoleMessage) => write(`console.${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => write(`uncaught: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
  page.on('framenavigated', (frame) => write(`navigated to ${frame.url()}`));
  page.on('requestfailed', (request) =>
    write(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  page.on('response', (response) => {
    if (response.status() < 400) return;
    recorded.reading.push(describeRefusal(response).then(write));
  });
}

/** The code of a refusal is in its body. */
async function describeRefusal(response: HTTPResponse): Promise<string> {
  // The body is gone once the page has navigated.
  const body = await response.text().catch(() => '');
  return `${String(response.status())} ${response.request().method()} ${response.url()} ${body.slice(0, 1000)}`;
}

// The embedded server runs in this process.
const begun = new WeakMap<ServerResponse, number>();
subscribe('http.server.request.start', (message) => {
  begun.set((message as { response: ServerResponse }).response, performance.now());
});
subscribe('http.server.response.finish', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const time = performance.now() - (begun.get(response) ?? performance.now());
  recorded.server.push(
    `${now()} ${String(response.statusCode)} ${request.method ?? ''} ${request.url ?? ''} ${time.toFixed(0)} ms`,
  );
});
const { error: writeError } = console;
console.error = (...parts: unknown[]) => {
  recorded.server.push(`${now()} ${format(...parts)}`);
  writeError(...parts);
};

const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80);

/**
 * Writes screenshots of the open pages, what they wrote to the console, and the log of the embedded server.
 * @returns the folder, relative to the working directory
 */
export async function writeFailureReport(spec: string, title: string): Promise<string> {
  const engine = process.env['E2E_BROWSER'] === 'firefox' ? '-firefox' : '';
  const folder = path.resolve(process.env['TEST_RESULTS'] ?? 'test-results', `${spec}-${slug(title)}${engine}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await Promise.race([Promise.all(recorded.reading), delay(1000)]);
  for (const [index, { page, lines }] of recorded.pages.entries()) {
    const name = path.join(folder, `page-${String(index + 1)}`);
    writeFileSync(`${name}.log`, `${lines.join('\n')}\n`);
    if (page.isClosed()) continue;
    await page.screenshot({ path: `${name}.png`, fullPage: true }).catch((error: unknown) => {
      writeFileSync(`${name}.png.log`, `No screenshot: ${String(error)}\n`);
    });
  }
  writeFileSync(path.join(folder, 'server.log'), `${recorded.server.join('\n')}\n`);
  return path.relative('', folder);
}
