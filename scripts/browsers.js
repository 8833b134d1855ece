/**
 * Finds the browsers that tests and measurements run in, and installs what is missing.
 *
 * Order for each engine: named by an environment variable or installed, then apt (Debian family, as root), then the usual
 * download of `@puppeteer/browsers`. WebKit exists for Linux only (WebKitGTK) and is never downloaded.
 *
 * `node scripts/browsers.js` installs and reports; the test command calls `ensureBrowsers` itself.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Browser, detectBrowserPlatform, install, resolveBuildId } from '@puppeteer/browsers';
import { downloads, engines, findBrowser, findBrowsers, onPath, variables } from './find-browsers.js';

/** @typedef {import('./find-browsers.js').Engine} Engine */
/** @typedef {import('./find-browsers.js').FoundBrowser} FoundBrowser */
/** @typedef {import('./find-browsers.js').Found} Found */

const aptPackages = {
  chromium: ['chromium-headless-shell', 'fonts-liberation'],
  firefox: ['firefox-esr', 'fonts-liberation'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'fonts-liberation'],
};

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
    const browser = problem ? undefined : await findBrowser(engine);
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
    const browser = await findBrowser(engine);
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
