import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import type { Browser, Page, Viewport } from 'puppeteer-core';
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

/** What a scene is played with: a fresh browser profile, and a server that remembers nothing. */
export interface Scene {
  readonly I: Person;
  readonly app: DemoApp;
  readonly setup: Setup;
  readonly qa: Qa;
  readonly page: Page;
  readonly browser: Browser;
  /** A second person with a profile of their own. */
  another(): Promise<Person>;
}

export interface SceneOptions {
  readonly viewport?: Viewport;
  /** The browser is expected to complain: about a blocked script, say. */
  readonly complaints?: RegExp;
  /** The page is expected to violate its policy; `complaints` does not excuse that. */
  readonly violations?: RegExp;
}

export interface Stage {
  /** One scene. What a server that somebody else started cannot play is skipped, with the reason (see `real-limits.ts`). */
  scene(play: (scene: Scene) => Promise<void>, options?: SceneOptions): (test: TestContext) => Promise<void>;
}

type StageOptions = NonNullable<Parameters<typeof openEmbeddedServer>[0]>;

let browser: Promise<Browser> | undefined;
let stages = 0;

/** As on a desk: a mouse, which headless browsers do without, and English first. */
const desk = {
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

const openBrowser = () => (browser ??= launchBrowser(engine, desk[engine]));

/** Why a server that somebody else started cannot stand in for one started so. */
function missingOnLogto({ ssr, policy }: StageOptions): string | undefined {
  if (ssr === false) return needs.plainPage;
  return policy === undefined ? undefined : needs.pagePolicy;
}

/** Prepares the server and the browser of a spec file, and clears them away after it. Call once at the top, once more for another server. */
export function stage(options: StageOptions = {}): Stage {
  let setup: Setup;
  stages += 1;
  const missing = isLogto ? missingOnLogto(options) : undefined;
  before(async () => {
    if (missing === undefined) setup = await (isLogto ? openLogto() : openEmbeddedServer(options));
  });
  after(async () => {
    stages -= 1;
    if (stages === 0) await (await browser)?.close();
    if (missing === undefined) await setup.close();
  });

  const scene: Stage['scene'] = (play, { viewport = { width: 1280, height: 800 }, complaints, violations } = {}) => {
    return async (test) => {
      if (missing !== undefined) return test.skip(missing);
      startRecording();
      await setup.qa.reset();
      const running = await openBrowser();
      const context = await running.createBrowserContext();
      const enter = async () => {
        const page = await context.newPage();
        await reportViolations(page);
        await page.setViewport(viewport);
        return new Person(page);
      };
      const others: Awaited<ReturnType<typeof running.createBrowserContext>>[] = [];
      const everybody: Person[] = [];
      const another = async () => {
        const own = await running.createBrowserContext();
        others.push(own);
        const page = await own.newPage();
        await reportViolations(page);
        const person = new Person(page);
        everybody.push(person);
        return person;
      };
      try {
        const I = await enter();
        everybody.push(I);
        const { page } = I;
        await play({ I, app: new DemoApp(I, setup), setup, qa: setup.qa, page, browser: running, another });
        const against = everybody.flatMap(({ traffic }) => traffic.violations()).filter((text) => !violations?.test(text));
        assert.deepEqual(against, [], 'The page violated its policy.');
        const unexpected = I.traffic.complaints.filter((text) => !(complaints ?? violations)?.test(text));
        assert.deepEqual(unexpected, [], 'The browser complained.');
      } catch (error) {
        if (!(error instanceof OnlyEmbedded)) {
          test.diagnostic(`Screenshot, console and server log: ${await writeFailureReport(test.name)}`);
          throw error;
        }
        test.skip(error.message);
      } finally {
        await Promise.all([context, ...others].map((open) => open.close()));
      }
    };
  };
  return { scene };
}
