/** The built page in Chromium, fed with hostile documents: nothing of them runs, nothing fails, and something can be used. */
import fc from 'fast-check';
import { ensureHostedBuild } from '../build/hosted.js';
import { launchBrowser } from '../testing/launch.js';
import { errorDocuments, phrasesDocuments, settingsDocuments } from './documents.js';
import { hostileText } from './hostile.js';
import { forget, inspect, isUsable, press, watch } from './in-page.js';
import { mutations, mutator } from './mutate.js';
import { startPageServer } from './page-server.js';
import { shown } from './run-code.js';

/** Milliseconds until a page must show something. */
const patience = 8_000;

/** Pages at a time; each has a profile of its own. */
const atOnce = 3;

const paths = [
  '/sign-in',
  '/sign-in',
  '/sign-in',
  '/register',
  '/forgot-password',
  '/single-sign-on',
  '/continue/extra-profile',
  '/continue/email',
  '/continue/password',
  '/callback/social/google',
  '/direct/social:google',
  '/unknown-session',
  '/one-time-token',
  '/social/landing/google',
];

const parameters = [
  'app_id',
  'ui_locales',
  'login_hint',
  'one_time_token',
  'identifier',
  'code',
  'state',
  'redirect_to',
  'native_callback',
];

const input = fc.record({
  settings: mutations(settingsDocuments),
  phrases: mutations(phrasesDocuments),
  refusal: mutations(errorDocuments),
  status: fc.constantFrom(400, 404, 422, 429, 500),
  path: fc.constantFrom(...paths),
  query: fc.array(fc.tuple(fc.constantFrom(...parameters), hostileText), { maxLength: 3 }),
  inlined: fc.boolean(),
  strict: fc.boolean(),
});

const mutateSettings = mutator(settingsDocuments);
const mutatePhrases = mutator(phrasesDocuments);
const mutateRefusal = mutator(errorDocuments);

/** What is nested too deep for JSON.stringify is too deep for a script element, too. */
function jsonOf(/** @type {unknown} */ value) {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return `${'['.repeat(500)}${']'.repeat(500)}`;
  }
}

/**
 * @param {any} made see `input`
 * @returns {import('./page-server.js').PageCase}
 */
function pageCase({ settings, phrases, refusal, status, path, query, inlined, strict }) {
  // Lone surrogates are written as browsers write them.
  const search = new URLSearchParams(query).toString();
  return {
    address: path + (search && `?${search.slice(0, 4_000)}`),
    settings: jsonOf(mutateSettings(settings)),
    phrases: jsonOf(mutatePhrases(phrases)),
    refusal: jsonOf(mutateRefusal(refusal)),
    status,
    inlined,
    strict,
  };
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} origin
 * @param {import('./page-server.js').PageCase} it
 * @returns {Promise<boolean>} whether the page is still ours
 * @throws {Error} saying all that is wrong
 */
async function visit(page, origin, it) {
  /** @type {string[]} */
  const wrong = [];
  const complain = (/** @type {unknown} */ error) =>
    wrong.push(`page error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const dismiss = (/** @type {import('puppeteer-core').Dialog} */ dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  };
  const follow = (/** @type {import('puppeteer-core').HTTPRequest} */ request) => {
    if (request.isNavigationRequest() && !/^https?:/.test(request.url())) wrong.push(`left for ${request.url()}`);
  };
  const isHere = () => page.url().startsWith(`${origin}/`);
  /** @template Value @param {() => Value} look @param {Value} otherwise @returns {Promise<Value>} */
  const inPage = async (look, otherwise) => {
    try {
      return isHere() ? /** @type {Value} */ (await page.evaluate(look)) : otherwise;
    } catch (error) {
      // It left while it was looked at.
      if (/context|frame|navigat|detached/i.test(String(error))) return otherwise;
      throw error;
    }
  };
  const check = async (/** @type {string} */ blank) => {
    const usable = await page.waitForFunction(isUsable, { timeout: patience, polling: 50 }).then(Boolean, () => false);
    if (!usable && isHere()) wrong.push(blank);
    wrong.push(...(await inPage(inspect, [])));
  };
  page.on('pageerror', complain).on('dialog', dismiss).on('request', follow);
  try {
    await page.goto(origin + it.address, { waitUntil: 'domcontentloaded' }).catch((/** @type {unknown} */ error) => {
      if (isHere()) throw error;
    });
    await check('a blank page');
    await inPage(press, undefined);
    await page.waitForNetworkIdle({ idleTime: 50, timeout: 2_000 }).catch(() => undefined);
    await check('a blank page after the answer');
    await inPage(forget, undefined);
  } finally {
    page.off('pageerror', complain).off('dialog', dismiss).off('request', follow);
  }
  if (wrong.length > 0) throw new Error([...new Set(wrong)].join('\n'));
  return isHere();
}

/**
 * @param {{ seed: number, cases: number, path?: string | undefined }} options
 * @returns {Promise<import('./run-code.js').Outcome>}
 */
export async function runPages({ seed, cases, path }) {
  await ensureHostedBuild();
  const server = await startPageServer();
  const browser = await launchBrowser('chromium', {
    // Nobody beyond this machine is asked for anything.
    extraArguments: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost', '--disable-ipc-flooding-protection'],
  });
  /** @type {import('puppeteer-core').Page[]} */
  const idle = [];
  const open = async (/** @type {string} */ name) => {
    const context = await browser.createBrowserContext();
    await context.setCookie({ name: 'case', value: name, domain: 'localhost', path: '/' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.evaluateOnNewDocument(watch);
    return page;
  };
  /** @param {any} made */
  const attempt = async (made) => {
    const it = pageCase(made);
    const name = `c${String(Math.random()).slice(2)}`;
    const page = idle.pop() ?? (await open(name));
    await page.browserContext().setCookie({ name: 'case', value: name, domain: 'localhost', path: '/' });
    server.cases.set(name, it);
    try {
      if (await visit(page, server.origin, it)) idle.push(page);
      else await page.browserContext().close();
    } catch (error) {
      // It may be anywhere.
      await page.browserContext().close();
      throw error;
    } finally {
      server.cases.delete(name);
    }
  };
  const property = fc.asyncProperty(input, attempt);

  /** Says the least that fails in the same way: a case is shrunk for some seconds. */
  const explain = async (/** @type {string} */ from, /** @type {unknown} */ first) => {
    const result = await fc.check(property, { seed, path: from, numRuns: 1, interruptAfterTimeLimit: 20_000 });
    const [made] = result.counterexample ?? [fc.sample(property, { seed, path: from, numRuns: 1 })[0]?.[0]];
    const error = result.errorInstance ?? first;
    return {
      target: 'page',
      replay: `page:${from.split(':')[0] ?? ''}`,
      problem: `${error instanceof Error ? error.message : String(error)}${result.failed ? '' : ' (once, and not again)'}`,
      input: shown(made),
      document: shown(pageCase(made)),
    };
  };

  try {
    if (path !== undefined) {
      const finding = await explain(path, undefined);
      return { cases: 1, finding: finding.problem.startsWith('undefined') ? undefined : finding };
    }
    const all = fc.sample(property, { seed, numRuns: cases }).map(([made]) => made);
    let next = 0;
    /** @type {{ index: number, error: unknown } | undefined} */
    let failed;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (next < all.length && !failed) {
          const index = next++;
          try {
            await attempt(all[index]);
          } catch (error) {
            if (!failed) failed = { index, error };
          }
        }
      }),
    );
    return { cases: next, finding: failed && (await explain(String(failed.index), failed.error)) };
  } finally {
    await browser.close();
    await server.close();
  }
}
