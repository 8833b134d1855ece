/**
 * Unit, element and screen tests (`src/**\/*.test.ts`) in every engine found on this machine.
 * `npm run test:unit -- --engine chromium --files src/elements/code-field/*.test.ts` runs a part of them.
 */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { chromiumArguments } from './scripts/testing/launch.js';
import { engines, findBrowsers } from './scripts/find-browsers.js';
import { browserTestCounts } from './scripts/testing/browser-test-counts.js';
import { keyboardCommands } from './scripts/testing/keyboard-commands.js';
import { freePort, webkitLauncher } from './scripts/testing/webkit-launcher.js';
import { defaultReporter } from '@web/test-runner';

const wanted = process.env['TEST_ENGINES']?.split(',') ?? engines;
const found = await findBrowsers(engines.filter((engine) => wanted.includes(engine)));

// A rejection that a launcher does not handle must not end the run: a session that it lost fails by its own timeout.
process.on('unhandledRejection', (error) => {
  console.error(error);
});

const browsers = [];
if (found.chromium) {
  browsers.push(
    playwrightLauncher({
      product: 'chromium',
      // Each file has a browser context of its own, and Playwright lets every page behave as focused.
      concurrency: Number(process.env['TEST_CONCURRENCY'] ?? 2),
      launchOptions: { executablePath: found.chromium.path, args: chromiumArguments },
    }),
  );
}
if (found.firefox) {
  browsers.push(
    puppeteerLauncher({
      launchOptions: { browser: 'firefox', executablePath: found.firefox.path, headless: true },
    }),
  );
}
if (found.webkit) browsers.push(webkitLauncher(found.webkit));

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['src/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production'] },
  plugins: [
    // `auto` would leave decorators in for browsers that cannot read them; without the tsconfig legacy decorators fail.
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    keyboardCommands(),
  ],
  browsers,
  // The runner's own search for a port lets processes that start at the same time find the same one.
  port: await freePort(),
  staticLogging: !process.stdout.isTTY,
  concurrentBrowsers: 3,
  // Tests need focus, which in Firefox and WebKit only one page has.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  // WebKit draws 25 ways × 30 changes of `translated-page.test.ts` without a graphics card.
  testsFinishTimeout: 480_000,
  testFramework: { config: { timeout: '10000' } },
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Tests</title>
    <style>@layer test-page { body { margin: 0; } }</style>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), browserTestCounts()],
};
