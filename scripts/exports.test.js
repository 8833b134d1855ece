import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { ensureHostedBuild } from './build/hosted.js';
import { ensurePackageBuild } from './build/package.js';
import { root } from './files.js';

const { exports: exported } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Runs a module in a Node of its own, where there is no DOM. @param {string} code */
function inNode(code) {
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
}

describe('the package', () => {
  before(async () => {
    await ensurePackageBuild();
    await ensureHostedBuild();
  });

  it('has every file that its exports name', () => {
    for (const [name, target] of Object.entries(exported)) {
      for (const file of typeof target === 'string' ? [target] : Object.values(target)) {
        assert.ok(existsSync(path.join(root, file.replace('*', 'index.html'))), `${name}: ${file}`);
      }
    }
  });

  for (const name of [
    'sign-in-experience',
    'sign-in-experience/client',
    'sign-in-experience/flow',
    'sign-in-experience/platform',
    'sign-in-experience/define',
  ]) {
    it(`lets Node import ${name}`, () => {
      inNode(`await import('${name}')`);
    });
  }

  it('registers nothing unless asked to', () => {
    const registered = "console.log(customElements.get('sign-in-experience') !== undefined)";
    assert.equal(inNode(`import 'sign-in-experience'; ${registered}`).trim(), 'false');
    assert.equal(inNode(`import 'sign-in-experience/define'; ${registered}`).trim(), 'true');
  });

  it('keeps Lit out of client and flow', () => {
    for (const name of ['client', 'flow']) {
      const used = inNode(`await import('sign-in-experience/${name}'); console.log(globalThis.litElementVersions ?? 'none')`);
      assert.equal(used.trim(), 'none', name);
    }
  });

  it('leaves @lit/localize to the page, which can be configured only once', () => {
    const configure =
      "configureLocalization({ sourceLocale: 'en', targetLocales: [], loadLocale: async () => ({ templates: {} }) })";
    inNode(`import 'sign-in-experience/define'; import { configureLocalization } from '@lit/localize'; ${configure}`);
  });

  it('signs in without a page, by the sample of the embedding guide', () => {
    const guide = readFileSync(path.join(root, 'docs/guides/embedding.md'), 'utf8');
    const [, sample = ''] = /```js\n([^`]*createFlow[^`]*)```/.exec(guide) ?? [];
    const server = `
      const answers = {
        'GET /api/.well-known/sign-in-exp': () => Response.json({ signIn: { methods: [{ identifier: 'username', password: true }] } }),
        'PUT /api/experience': () => new Response(null, { status: 204 }),
        'POST /api/experience/verification/password': () => Response.json({ verificationId: 'v' }),
        'POST /api/experience/identification': () => new Response(null, { status: 204 }),
        'POST /api/experience/submit': () => Response.json({ redirectTo: 'https://auth.example.com/oidc/auth/x' }),
      };
      globalThis.fetch = async (url, { method = 'GET' } = {}) => answers[method + ' ' + new URL(url).pathname]();`;
    const said = inNode(`${server}\n${sample}`).trim().split(/ *\n/);
    assert.deepEqual(said, ['sign-in idle', 'sign-in busy', 'sign-in redirecting', 'on to https://auth.example.com/oidc/auth/x']);
  });

  it('keeps no process alive once a flow without a page has nothing to do', () => {
    const start = Date.now();
    inNode(`
      import { createClient, getSettings } from 'sign-in-experience/client';
      import { createFlow, createMemory } from 'sign-in-experience/flow';
      import { memoryNavigation, memoryStorage, systemClock } from 'sign-in-experience/platform';
      globalThis.fetch = async () => Response.json({ signIn: { methods: [{ identifier: 'username', password: true }] } });
      const client = createClient({ baseUrl: 'https://auth.example.com' });
      const settings = await client.call(getSettings, {});
      const storages = { session: memoryStorage(), local: memoryStorage() };
      const navigation = memoryNavigation({ origin: 'https://auth.example.com', leave() {} });
      const memory = createMemory(storages);
      const flow = createFlow({ client, settings, storages, memory, navigation, clock: systemClock, randomToken: () => 't' });
      flow.prepare();
      await flow.start();
      await flow.do;
      if (flow.state.status !== 'idle') throw new Error(flow.state.status);
    `);
    assert.ok(Date.now() - start < 8000, `${String(Date.now() - start)} ms`);
  });

  it('publishes what is built and nothing else', () => {
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const answer = JSON.parse(packed);
    const [{ files }] = Array.isArray(answer) ? answer : Object.values(answer);
    const strays = files
      .map((/** @type {{ path: string }} */ file) => file.path)
      .filter((/** @type {string} */ file) => !/^(dist\/(?!hosted-manifest)|package\.json$|README|LICENSE|CHANGELOG)/.test(file));
    assert.deepEqual(strays, []);
  });
});

describe('the types of the package', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'consumer-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('serve a consumer with Node resolution', async () => {
    await ensurePackageBuild();
    const { steps } = await import(pathToFileURL(path.join(root, 'src/flow/steps/index.ts')).href);
    const names = Object.keys(steps).map((name) => `  '${name}': true,`);
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(root, path.join(folder, 'node_modules/sign-in-experience'), 'junction');
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      path.join(folder, 'consumer.ts'),
      `import { SignInExperience, type StepName } from 'sign-in-experience';
import 'sign-in-experience/define';
import { createClient, getSettings, type Settings } from 'sign-in-experience/client';
import { createFlow } from 'sign-in-experience/flow';
const element: HTMLElement = new SignInExperience();
const settings: Promise<Settings> = createClient().call(getSettings, {});
// Exactly the steps that there are.
const steps: Record<StepName, true> = {
${names.join('\n')}
};
// @ts-expect-error no such step
const none: StepName = 'no such step';
console.log(element, settings, steps, none, createFlow);
`,
    );
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--lib',
      'es2023,dom,dom.iterable',
    ];
    execFileSync(process.execPath, [compiler, ...options, 'consumer.ts'], { cwd: folder, stdio: 'pipe', encoding: 'utf8' });
  });
});
