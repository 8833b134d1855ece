import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { parseSync } from 'vite';

const assets = resolve(process.env['PAGE_DIRECTORY'] ?? 'dist/hosted', 'assets');

/** Addresses of all modules of the built page, as `/assets/index-ab12cd.js`. */
export const modules: readonly string[] = readdirSync(assets)
  .filter((name) => name.endsWith('.js'))
  .map((name) => `/assets/${name}`);

/** The one module of the built page with this name before its hash. */
export function moduleNamed(name: string): string {
  const found = modules.find((address) => new RegExp(`^/assets/${name}-[\\w-]{6}\\.js$`).test(address));
  if (!found) throw new Error(`The page has no module ${name}: ${modules.join(' ')}`);
  return found;
}

const isModule = (code: string): boolean => parseSync('module.js', code).errors.length === 0;

/** A copy with one flipped bit that is still a valid module: only its hash reveals the change. */
export function flipped(address: string): Buffer {
  const original = readFileSync(join(assets, address.slice('/assets/'.length)));
  for (let position = Math.floor(original.length / 2); position < original.length; position += 1) {
    const copy = Buffer.from(original);
    copy.writeUInt8(original.readUInt8(position) ^ 1, position);
    if (isModule(copy.toString())) return copy;
  }
  throw new Error(`No byte of ${address} can be another.`);
}

/** Serves such copies of these modules from now on. Returns a function that stops it. `beside`: another listener answers all other requests. */
export async function flip(page: Page, addresses: readonly string[], { beside = false } = {}): Promise<() => void> {
  const wrong = new Map(addresses.map((address) => [address, flipped(address)]));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.isInterceptResolutionHandled()) return;
    const body = wrong.get(new URL(request.url()).pathname);
    if (!body) return void (beside || request.continue());
    void request.respond({ status: 200, contentType: 'text/javascript; charset=utf-8', body });
  });
  return () => wrong.clear();
}

/** What became of each module when the page was asked to import it: `ran`, or the error. */
export function importEach(page: Page, addresses: readonly string[]): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async (all) => {
    const ends: Record<string, string> = {};
    for (const address of all) {
      ends[address] = await import(address).then(
        () => 'ran',
        (error: unknown) => String(error),
      );
    }
    return ends;
  }, addresses);
}
