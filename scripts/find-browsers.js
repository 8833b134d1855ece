/** Where the browsers that tests and measurements run in are on this machine. Installs nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Browser, getInstalledBrowsers } from '@puppeteer/browsers';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */
/**
 * @typedef {object} FoundBrowser
 * @property {string} path executable of the browser
 * @property {string} how where it came from, for the report
 * @property {string} [driver] WebKit only: executable of WebKitWebDriver
 * @property {string} [display] WebKit only: executable of Xvfb; absent when the session has a display already
 */
/** @typedef {Partial<Record<Engine, FoundBrowser>>} Found */

/** @type {readonly Engine[]} */
export const engines = ['chromium', 'firefox', 'webkit'];

/** Where `@puppeteer/browsers` keeps what it downloads. */
export const downloads = path.join(homedir(), '.cache', 'puppeteer');

/** Whether browsers show a window, for debugging. */
export const headed = Boolean(process.env['HEADED']);

/** Environment variables that name an executable. */
export const variables = {
  chromium: ['CHROME_BIN', 'CHROME_PATH'],
  firefox: ['FIREFOX_BIN', 'FIREFOX_PATH'],
};

const commands = {
  // The headless shell starts three times as fast as the full browser, so it goes first.
  chromium: [
    'chromium-headless-shell',
    'chrome-headless-shell',
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const usualPlaces = {
  darwin: {
    chromium: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  win32: {
    chromium: ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
    firefox: ['Mozilla Firefox/firefox.exe'],
  },
};

/** @param {string} command */
export function onPath(command) {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, command);
    if (folder && existsSync(file)) return file;
  }
  return undefined;
}

/**
 * Some systems put a stub on the path that only says how to install the browser. Windows browsers do not answer `--version`.
 * @param {string} executable
 */
function runs(executable) {
  if (!existsSync(executable)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(executable, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/** @param {'chromium' | 'firefox'} engine */
function* placesOf(engine) {
  for (const name of variables[engine]) {
    const file = process.env[name];
    if (file) yield { file, how: `from ${name}` };
  }
  for (const command of commands[engine]) {
    const file = onPath(command);
    if (file) yield { file, how: 'installed' };
  }
  if (process.platform === 'darwin') {
    for (const file of usualPlaces.darwin[engine]) {
      yield { file, how: 'installed' };
      yield { file: path.join(homedir(), file), how: 'installed' };
    }
  }
  if (process.platform === 'win32') {
    for (const variable of ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']) {
      const folder = process.env[variable];
      if (!folder) continue;
      for (const file of usualPlaces.win32[engine]) yield { file: path.join(folder, file), how: 'installed' };
    }
  }
}

/**
 * @param {'chromium' | 'firefox'} engine
 * @returns {Promise<FoundBrowser | undefined>}
 */
async function findInstalled(engine) {
  for (const { file, how } of placesOf(engine)) {
    if (headed && file.includes('headless-shell')) continue;
    if (runs(file)) return { path: file, how };
  }
  const wanted =
    engine === 'firefox' ? [Browser.FIREFOX] : headed ? [Browser.CHROME] : [Browser.CHROMEHEADLESSSHELL, Browser.CHROME];
  for (const { browser, executablePath } of await getInstalledBrowsers({ cacheDir: downloads })) {
    if (wanted.includes(browser) && runs(executablePath)) return { path: executablePath, how: 'downloaded' };
  }
  return undefined;
}

/** MiniBrowser is no command: it stands in the library folder of its version. */
function findMiniBrowser() {
  const parents = ['/usr/libexec', '/usr/lib64', '/usr/lib'];
  if (existsSync('/usr/lib')) {
    for (const entry of readdirSync('/usr/lib')) if (entry.endsWith('-linux-gnu')) parents.push(`/usr/lib/${entry}`);
  }
  for (const parent of parents) {
    for (const version of ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']) {
      const file = path.join(parent, version, 'MiniBrowser');
      if (existsSync(file)) return file;
    }
  }
  return undefined;
}

/** @returns {FoundBrowser | undefined} */
function findWebKit() {
  if (process.platform !== 'linux') return undefined;
  const browser = findMiniBrowser();
  const driver = onPath('WebKitWebDriver');
  const display = onPath('Xvfb');
  if (!browser || !driver || !(display || process.env['DISPLAY'])) return undefined;
  return { path: browser, driver, how: 'installed', ...(display && { display }) };
}

/**
 * @param {Engine} engine
 * @returns {Promise<FoundBrowser | undefined>}
 */
export async function findBrowser(engine) {
  return engine === 'webkit' ? findWebKit() : findInstalled(engine);
}

/**
 * What is on this machine already; installs nothing.
 * @param {readonly Engine[]} [wanted]
 * @returns {Promise<Found>}
 */
export async function findBrowsers(wanted = engines) {
  /** @type {Found} */
  const found = {};
  for (const engine of wanted) {
    const browser = await findBrowser(engine);
    if (browser) found[engine] = browser;
  }
  return found;
}
