import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { flip, importEach, moduleNamed, modules } from './support/flipped-bytes.ts';
import { putHostPage } from './support/host-page.ts';
import { type Fixtures, e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();
const withoutServerData = e2eSuite({ ssr: false });

/** The browser says which file it refused; nothing is against the policy. */
const expectedErrors = { expectedErrors: /./ };
const incomplete = 'A part of this page could not be loaded';
const entry = moduleNamed('index');

/** Modules that the browser refused because of their hash. */
const refused = ({ traffic }: Fixtures['I']) =>
  modules.filter((address) => traffic.errors.some((text) => text.includes('integrity') && text.includes(address)));

/** Any address of the page. With flipped modules nothing runs before it is asked for, as the first module does not. */
async function open({ I, setup, page }: Fixtures, flippedOnes: readonly string[]): Promise<void> {
  await flip(page, flippedOnes);
  await I.visit(`${setup.origin}/unknown-session`);
}

describe(`One flipped byte in each of ${String(modules.length)} modules`, () => {
  it(
    'keeps each from running, whoever imports it',
    withPage(async (fixtures) => {
      await open(fixtures, modules);
      const ends = await importEach(fixtures.page, modules);
      for (const [address, end] of Object.entries(ends)) assert.match(end, /TypeError/, address);
      assert.deepEqual(refused(fixtures.I), modules);
      await fixtures.I.seeAlert('This page cannot be shown.');
    }, expectedErrors),
  );

  it(
    'and without it each runs',
    withPage(async (fixtures) => {
      await open(fixtures, []);
      const ends = await importEach(fixtures.page, modules);
      assert.deepEqual([...new Set(Object.values(ends))], ['ran'], JSON.stringify(ends));
    }, expectedErrors),
  );
});

describe('A byte flipped on its way', () => {
  it(
    'in the first module: the page shows an error, and reloads',
    withPage(async (fixtures) => {
      const { I, app, page, setup } = fixtures;
      const mend = await flip(page, [entry]);
      await app.leaveForSignIn();
      await I.seeAlert('This page cannot be shown.');
      assert.deepEqual(refused(I), [entry]);
      mend();
      await I.follow('This page cannot be shown. Reload it');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }, expectedErrors),
  );

  for (const name of ['app', 'client', 'early']) {
    it(
      `in ${name}: said where the person is, with what they typed`,
      withPage(async ({ I, app, page, setup }) => {
        const { alice } = setup.people;
        await flip(page, [moduleNamed(name)]);
        await app.startSignIn();
        await I.type('identifier', alice.username);
        await I.press('Sign in');
        await I.seeAlert(incomplete);
        await I.seeField('identifier', { value: alice.username });
      }, expectedErrors),
    );
  }

  it(
    'in what reads the settings: said on an empty page, preloaded or not',
    withoutServerData.withPage(async (fixtures) => {
      const { I, app, page } = fixtures;
      const client = moduleNamed('client');
      await flip(page, [client]);
      await app.leaveForSignIn();
      await I.seeAlert(incomplete);
      assert.deepEqual(refused(I), [client]);
    }, expectedErrors),
  );

  it(
    'in a language: the page falls back to another language',
    withPage(async ({ I, app, page }) => {
      await flip(page, [moduleNamed('zh-CN')]);
      await app.leaveForSignIn({ ui_locales: 'zh-CN' });
      await I.seeField('identifier');
    }, expectedErrors),
  );
});

describe('The script tag of somebody else’s page, with the hashes of the build', () => {
  const { integrity } = JSON.parse(
    readFileSync(resolve(process.env['PAGE_DIRECTORY'] ?? 'dist/hosted', 'assets/integrity.json'), 'utf8'),
  ) as { readonly integrity: Readonly<Record<string, string>> };
  const script = '/assets/sign-in-experience.js';
  const html = `<!doctype html><html lang="en"><title>Ours</title><link rel="icon" href="data:,">
<script type="importmap">${JSON.stringify({ integrity })}</script>
<script type="module" src="${script}" integrity="${integrity[script] ?? ''}"></script>
<h1>Ours</h1><sign-in-experience></sign-in-experience></html>`;

  it('has one for each module', () => {
    assert.deepEqual(Object.keys(integrity).sort(), [...modules].sort());
  });

  for (const [what, wrong] of [
    ['runs', []],
    ['does not run with another byte in the script', [script]],
    ['does not run with another byte in what the script imports', [entry]],
  ] as const) {
    it(
      what,
      withPage(async (fixtures) => {
        const { I, page, setup } = fixtures;
        await flip(page, wrong, { beside: true });
        await putHostPage(page, { path: '/ours', html });
        await I.visit(`${setup.origin}/ours`);
        await I.seeHeading('Ours');
        if (wrong.length === 0) return I.seeField('identifier');
        await until('the browser to refuse it', async () => refused(I).length > 0);
        assert.deepEqual(refused(I), wrong);
        assert.equal(await page.evaluate(() => Boolean(customElements.get('sign-in-experience'))), false);
      }, expectedErrors),
    );
  }
});
