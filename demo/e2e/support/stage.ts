import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import type { Browser, Page, Viewport } from 'puppeteer-core';
import { chromiumArguments, launchBrowser } from '../../../scripts/testing/launch.js';
import { DemoApp } from './demo-app.ts';
import { openEmbeddedServer } from './embedded-setup.ts';
import { openLogto } from './logto-setup.ts';
import { Person } from './person.ts';
import type { Qa } from './qa.ts';
import type { Setup } from './setup.ts';

export const engine = process.env['E2E_BROWSER'] === 'firefox' ? 'firefox' : 'chromium';
const isLogto = Boolean(process.env['LOGTO_ENDPOINT']);

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
  /** Why a real Logto cannot play it; see `onEmbedded`. */
  readonly embeddedOnly?: string;
  readonly viewport?: Viewport;
  /** The browser is expected to complain: about a blocked script, say. */
  readonly complaints?: RegExp;
}

/** Reason to skip a scene that changes settings, users, faults or time. */
export const needsControl = 'needs the control API of the embedded server';

export interface Stage {
  /** A scene that any Logto-compatible server can play. */
  scene(play: (scene: Scene) => Promise<void>, options?: SceneOptions): (test: TestContext) => Promise<void>;
  /** A scene that changes settings, users, faults or time: skipped by name on a real server. */
  controlled(play: (scene: Scene) => Promise<void>, options?: SceneOptions): (test: TestContext) => Promise<void>;
}

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

/** Prepares the server and the browser of a spec file, and clears them away after it. Call once at the top, once more for another server. */
export function stage(options: Parameters<typeof openEmbeddedServer>[0] = {}): Stage {
  let setup: Setup;
  stages += 1;
  before(async () => {
    setup = await (isLogto ? openLogto() : openEmbeddedServer(options));
  });
  after(async () => {
    await setup.close();
    stages -= 1;
    if (stages === 0) await (await browser)?.close();
  });

  const scene: Stage['scene'] = (play, { embeddedOnly, viewport = { width: 1280, height: 800 }, complaints } = {}) => {
    return async (test) => {
      if (isLogto && (embeddedOnly ?? Object.keys(options).length > 0)) return test.skip(embeddedOnly ?? needsControl);
      await setup.qa?.reset();
      const running = await openBrowser();
      const context = await running.createBrowserContext();
      const enter = async () => {
        const page = await context.newPage();
        await page.setViewport(viewport);
        return new Person(page);
      };
      const others: Awaited<ReturnType<typeof running.createBrowserContext>>[] = [];
      const another = async () => {
        const own = await running.createBrowserContext();
        others.push(own);
        return new Person(await own.newPage());
      };
      try {
        const I = await enter();
        const { page } = I;
        // `controlled` skips where there is none.
        await play({ I, app: new DemoApp(I, setup), setup, qa: setup.qa as Qa, page, browser: running, another });
        const unexpected = I.traffic.complaints.filter((text) => !complaints?.test(text));
        assert.deepEqual(unexpected, [], 'The browser complained.');
      } finally {
        await Promise.all([context, ...others].map((open) => open.close()));
      }
    };
  };
  return { scene, controlled: (play, rest) => scene(play, { embeddedOnly: needsControl, ...rest }) };
}
