/**
 * Finds the browsers that tests and measurements run in, and installs what is missing.
 *
 * Order for each engine: named by an environment variable or installed, then apt (Debian family, as root), then the usual
 * download of `@puppeteer/browsers`. WebKit exists for Linux only (WebKitGTK) and is never downloaded.
 *
 * `node scripts/browsers.js` installs and reports; the test command calls `ensureBrowsers` itself.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser, detectBrowserPlatform, getInstalledBrowsers, install, resolveBuildId } from '@puppeteer/browsers';

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

const downloads = path.join(homedir(), '.cache', 'puppeteer');

const variables = {
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

const aptPackages = {
  chromium: ['chromium-headless-shell', 'fonts-liberation'],
  firefox: ['firefox-esr', 'fonts-liberation'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'fonts-liberation'],
};

/** @param {string} command */
function onPath(command) {
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
    if (runs(file)) return { path: file, how };
  }
  const wanted = engine === 'firefox' ? [Browser.FIREFOX] : [Browser.CHROMEHEADLESSSHELL, Browser.CHROME];
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

/** @param {Engine} engine */
function find(engine) {
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
    const browser = await find(engine);
    if (browser) found[engine] = browser;
  }
  return found;
}

function aptIsUsable() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(_LIKE)?=.*debian/m.test(release);
}

/** @param {string[]} args */
function aptGet(args) {
  const { status, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  return status === 0 ? undefined : (stderr.trim().split('\n').at(-1) ?? 'failed');
}

/**
 * @param {'chromium' | 'firefox'} engine
 * @returns {Promise<void>}
 */
async function download(engine) {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`no download for ${process.platform} ${process.arch}`);
  const browser = engine === 'firefox' ? Browser.FIREFOX : Browser.CHROMEHEADLESSSHELL;
  const buildId = await resolveBuildId(browser, platform, 'stable');
  await install({ browser, buildId, platform, cacheDir: downloads });
}

/**
 * @param {Engine} engine
 * @param {(line: string) => void} log
 * @returns {Promise<{ browser: FoundBrowser } | { missing: string[] }>} why it is missing, when it is
 */
async function obtain(engine, log) {
  const missing = [];
  if (aptIsUsable()) {
    const packages = aptPackages[engine];
    log(`${engine}: installing ${packages.join(' ')} with apt …`);
    const problem = aptGet(['install', '-y', '--no-install-recommends', ...packages]);
    const browser = problem ? undefined : await find(engine);
    if (browser) return { browser: { ...browser, how: 'installed with apt just now' } };
    missing.push(`apt: ${problem ?? 'installed, yet it does not run'}`);
  } else {
    missing.push('apt: needs Debian or a relative of it, and root');
  }
  if (engine === 'webkit') {
    missing.push('download: none exists for WebKitGTK');
    return { missing };
  }
  try {
    log(`${engine}: downloading to ${downloads} …`);
    await download(engine);
    const browser = await find(engine);
    if (browser) return { browser: { ...browser, how: 'downloaded just now' } };
    missing.push('download: done, yet it does not run (system libraries missing?)');
  } catch (error) {
    missing.push(`download: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { missing };
}

/**
 * Finds each browser or gets it, and says what it did. What cannot be had is named in the output and left out of the answer.
 * @param {{ wanted?: readonly Engine[], log?: (line: string) => void, require?: readonly Engine[] }} [options]
 *   `require`: engines whose absence is an error; all wanted ones when `REQUIRE_ALL_ENGINES=1`
 * @returns {Promise<Found>}
 * @throws {Error} when a required engine cannot be had
 */
export async function ensureBrowsers({ wanted = engines, log = console.log, require: required } = {}) {
  const needed = process.env['REQUIRE_ALL_ENGINES'] === '1' ? wanted : (required ?? []);
  const found = await findBrowsers(wanted);
  const absent = wanted.filter((engine) => !found[engine]);
  if (absent.length > 0 && aptIsUsable()) {
    log(`updating the package lists of apt for ${absent.join(', ')} …`);
    aptGet(['update', '-qq']);
  }
  for (const engine of wanted) {
    if (!found[engine]) {
      const answer = await obtain(engine, log);
      if ('missing' in answer) {
        const reasons = answer.missing.join('; ');
        const advice =
          engine === 'webkit'
            ? `install ${aptPackages.webkit.join(' ')}`
            : `install it, or name its executable in ${variables[engine][0] ?? ''}`;
        if (needed.includes(engine)) throw new Error(`${engine} is required and missing (${reasons}). To go on: ${advice}.`);
        log(`${engine}: MISSING, its tests are SKIPPED (${reasons}). To run them: ${advice}.`);
        continue;
      }
      found[engine] = answer.browser;
    }
    const browser = found[engine];
    if (browser) log(`${engine}: ${browser.path} (${browser.how})`);
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await ensureBrowsers();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
