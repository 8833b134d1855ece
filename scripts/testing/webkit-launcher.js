/** Runs browser tests in WebKitGTK: a virtual display, the driver, and the launcher, all started and ended together. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebdriverLauncher } from '@web/test-runner-webdriver';

/** @returns {Promise<number>} a port that is not in use */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/**
 * @param {string} xvfb
 * @returns {Promise<{ name: string, process: import('node:child_process').ChildProcess }>}
 */
function startDisplay(xvfb) {
  // The server picks a free number itself and writes it to descriptor 3 once it accepts connections.
  const process = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    process.on('error', reject);
    process.on('exit', (code) => {
      reject(new Error(`Xvfb ended with ${String(code)}`));
    });
    process.stdio[3]?.on('data', (number) => {
      resolve({ name: `:${String(number).trim()}`, process });
    });
  });
}

/** @param {string} url */
async function answers(url) {
  for (let tries = 0; tries < 100; tries++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${url} does not answer`);
}

/**
 * @param {import('../find-browsers.js').FoundBrowser} browser
 * @returns {Promise<{ port: number, stop: () => void }>}
 */
export async function startWebKitDriver({ driver, display }) {
  if (!driver) throw new Error('WebKitWebDriver is missing');
  const runtime = mkdtempSync(path.join(tmpdir(), 'webkit-'));
  chmodSync(runtime, 0o700);
  const screen = display ? await startDisplay(display) : undefined;
  const port = await freePort();
  const process_ = spawn(driver, ['--host=127.0.0.1', `--port=${String(port)}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...(screen && { DISPLAY: screen.name }),
      // Under `C`, navigator.language would be "C", which is no language tag.
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en_US',
      XDG_RUNTIME_DIR: runtime,
      NO_AT_BRIDGE: '1',
      GTK_A11Y: 'none',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  const stop = () => {
    process.off('exit', stop);
    process_.kill();
    screen?.process.removeAllListeners('exit');
    screen?.process.kill();
    rmSync(runtime, { recursive: true, force: true });
  };
  process.on('exit', stop);
  await answers(`http://127.0.0.1:${String(port)}/status`);
  return { port, stop };
}

class WebKitLauncher extends WebdriverLauncher {
  /** @type {{ stop: () => void } | undefined} */
  #driver;
  #browser;

  /** @param {import('../find-browsers.js').FoundBrowser} browser */
  constructor(browser) {
    /** @type {ConstructorParameters<typeof WebdriverLauncher>[0]} */
    const options = {
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      path: '/',
      capabilities: /** @type {any} */ ({
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: browser.path, args: ['--automation'] },
      }),
    };
    super(options);
    this.#browser = browser;
    this.connection = options;
  }

  /** @override @param {import('@web/test-runner').TestRunnerCoreConfig} config */
  async initialize(config) {
    const driver = await startWebKitDriver(this.#browser);
    this.#driver = driver;
    this.connection.port = driver.port;
    await super.initialize(config);
    this.name = 'WebKit';
  }

  /** @override */
  async stop() {
    await super.stop();
    this.#driver?.stop();
  }
}

/** @param {import('../find-browsers.js').FoundBrowser} browser */
export function webkitLauncher(browser) {
  return new WebKitLauncher(browser);
}
