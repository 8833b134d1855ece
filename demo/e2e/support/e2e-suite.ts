import assert from 'node:assert/strict';
import { after, type TestContext } from 'node:test';
import type { Browser, BrowserContext, Page, Viewport } from 'puppeteer-core';
import { chromiumArguments, launchBrowser } from '../../../scripts/testing/launch.js';
import { DemoApp } from './demo-app.ts';
import { openEmbeddedServer } from './embedded-setup.ts';
import { startRecording, writeFailureReport } from './failure-report.ts';
import { openLogto } from './logto-setup.ts';
import { Person } from './person.ts';
import type { Qa } from './qa.ts';
import { isLogto, needs, OnlyEmbedded } from './real-limits.ts';
import type { Setup } from './setup.ts';
import { reportViolations } from './traffic.ts';

export const engine = process.env['E2E_BROWSER'] === 'firefox' ? 'firefox' : 'chromium';

/** What a test works with: a new browser profile, and a server with its initial state. */
export interface Fixtures {
  /** The person at the browser, whose actions read as sentences: `I.press('Continue')`. */
  readonly I: Person;
  readonly app: DemoApp;
  readonly setup: Setup;
  readonly qa: Qa;
  readonly page: Page;
  readonly browser: Browser;
  /** Another person with a browser profile of their own. */
  another(): Promise<Person>;
}

export interface PageOptions {
  readonly viewport?: Viewport;
  /** Errors that the browser may report, for example about a blocked script. Any other fails the test. */
  readonly expectedErrors?: RegExp;
  /** Content-Security-Policy violations that the page may cause; `expectedErrors` does not cover them. */
  readonly expectedViolations?: RegExp;
}

export interface E2eSuite {
  /** Runs a test in a page of its own. On a real server, tests of what it cannot do are skipped with the reason (see `real-limits.ts`). */
  withPage(run: (fixtures: Fixtures) => Promise<void>, options?: PageOptions): (test: TestContext) => Promise<void>;
}

type E2eSuiteOptions = NonNullable<Parameters<typeof openEmbeddedServer>[0]>;

/** Spec files that run in one process share the browser, and servers with the same options: each test resets what it uses. */
let browser: Promise<Browser> | undefined;
const servers = new Map<string, Promise<Setup>>();
let openSuites = 0;

/** A desktop: headless browsers have no mouse, and their language depends on the system. */
const desktop = {
  chromium: {
    args: [
      ...chromiumArguments,
      '--lang=en-US',
      '--accept-lang=en-US,en',
      '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
    ],
  },
  firefox: {
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-US,en',
      'ui.primaryPointerCapabilities': 6,
      'ui.allPointerCapabilities': 6,
    },
  },
};

const openBrowser = () => (browser ??= launchBrowser(engine, desktop[engine]));

/** Why a real server, which is running already, cannot replace one started with these options. */
function missingOnLogto({ ssr, policy }: E2eSuiteOptions): string | undefined {
  if (ssr === false) return needs.plainPage;
  return policy === undefined ? undefined : needs.pagePolicy;
}

function openServer(options: E2eSuiteOptions): Promise<Setup> {
  const key = JSON.stringify(options);
  const server = servers.get(key) ?? (isLogto ? openLogto() : openEmbeddedServer(options));
  servers.set(key, server);
  return server;
}

async function closeAll(): Promise<void> {
  const open = [...servers.values()];
  servers.clear();
  const closing = browser;
  browser = undefined;
  await (await closing)?.close();
  await Promise.all(open.map(async (server) => (await server).close()));
}

/** The spec file that is being loaded, without its endings. Node 20 does not tell a test its file. */
const callingSpec = (): string => /([\w-]+(?:\.fixture)?)(?:\.journey)?(?:\.spec)?\.ts[:?]/.exec(callers())?.[1] ?? 'spec';
const callers = (): string => (new Error().stack ?? '').split('\n').find((line) => /\.(spec|fixture)\.ts/.test(line)) ?? '';

/** Tests on a server with these options, which starts with the first of them. Call at the top of a spec file. */
export function e2eSuite(options: E2eSuiteOptions = {}): E2eSuite {
  const spec = callingSpec();
  openSuites += 1;
  const missing = isLogto ? missingOnLogto(options) : undefined;
  after(async () => {
    openSuites -= 1;
    if (openSuites === 0) await closeAll();
  });

  const withPage: E2eSuite['withPage'] = (
    run,
    { viewport = { width: 1280, height: 800 }, expectedErrors, expectedViolations } = {},
  ) => {
    return async (test) => {
      if (missing !== undefined) return test.skip(missing);
      const setup = await openServer(options);
      startRecording();
      await setup.qa.reset();
      const running = await openBrowser();
      const contexts: BrowserContext[] = [];
      const everybody: Person[] = [];
      const another = async () => {
        const context = await running.createBrowserContext();
        contexts.push(context);
        const page = await context.newPage();
        await reportViolations(page);
        const person = new Person(page);
        everybody.push(person);
        return person;
      };
      try {
        const I = await another();
        const { page } = I;
        await page.setViewport(viewport);
        await run({ I, app: new DemoApp(I, setup), setup, qa: setup.qa, page, browser: running, another });
        const violations = everybody.flatMap(({ traffic }) => traffic.violations());
        const unexpectedViolations = violations.filter((text) => !expectedViolations?.test(text));
        assert.deepEqual(unexpectedViolations, [], 'The page violated its Content-Security-Policy.');
        const unexpectedErrors = I.traffic.errors.filter((text) => !(expectedErrors ?? expectedViolations)?.test(text));
        assert.deepEqual(unexpectedErrors, [], 'The browser reported errors.');
      } catch (error) {
        if (!(error instanceof OnlyEmbedded)) {
          test.diagnostic(`Screenshot, console and server log: ${await writeFailureReport(spec, test.name)}`);
          throw error;
        }
        test.skip(error.message);
      } finally {
        await Promise.all(contexts.map((context) => context.close()));
      }
    };
  };
  return { withPage };
}
