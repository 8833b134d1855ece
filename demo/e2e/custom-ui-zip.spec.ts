import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { styleOf } from './support/styles.ts';
import { ProviderPage } from './support/provider-page.ts';
import { e2eSuite } from './support/e2e-suite.ts';

/** What a server takes at most as a custom UI, in bytes. */
const largest = 20 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'custom-ui-'));
const zip = join(folder, 'hosted.zip');
const unpacked = join(folder, 'unpacked');

/** Zips the built page as the guide to hosting says, and unpacks it as a server that takes a custom UI would. */
function uploadZip(): boolean {
  try {
    execFileSync('zip', ['-q', '-r', zip, '.'], { cwd: resolve(process.env['PAGE_DIRECTORY'] ?? 'dist/hosted') });
    execFileSync('unzip', ['-q', zip, '-d', unpacked]);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

if (uploadZip()) {
  // No settings, no words and no custom CSS get into a page that the server only stores.
  const { withPage } = e2eSuite({ ssr: false, pageDirectory: unpacked });

  describe('The page as an uploaded zip', () => {
    it('has its index at the root, and is small enough', () => {
      assert.ok(readdirSync(unpacked).includes('index.html'));
      assert.ok(statSync(zip).size < largest);
    });

    it(
      'signs in with a password without server-side data',
      withPage(async ({ I, app, page, setup }) => {
        const { alice } = setup.people;
        await app.startSignIn();
        assert.equal(await page.evaluate(() => (window as { logtoSsr?: unknown }).logtoSsr), '__LOGTO_SSR__');
        await I.signInWithPassword(alice);
        await app.seeSignedIn({ username: alice.username });
      }),
    );

    it(
      'signs in by a provider and registers with codes: every address of the page is served',
      withPage(async ({ I, app, setup }) => {
        await app.startSignIn();
        await I.press('Continue with DingTalk');
        await new ProviderPage(I).allowAs('chen');
        await app.seeSignedIn({ username: 'chen' });
        await app.signOut();
        await app.startSignIn({ first_screen: 'register' });
        await I.type('identifier', setup.stranger.email);
        await I.press('Create account');
        await I.seeHeading('Verify your email');
        await I.reload();
        await I.type('passcode', await setup.receiveCode(setup.stranger.email));
        await app.seeSignedIn({ email: setup.stranger.email });
      }),
    );

    it(
      'has the language that the app asks for, and the custom CSS of the tenant',
      withPage(async ({ I, app, page, qa }) => {
        await qa.settings({ customCss: 'body { outline: 3px solid rgb(1, 2, 3); }' });
        await app.startSignIn({ ui_locales: 'zh-CN' });
        await I.seeHeading('登录你的账号');
        assert.equal(await styleOf(page, 'body', 'outline-color'), 'rgb(1, 2, 3)');
      }),
    );
  });
} else {
  it.skip('The page as an uploaded zip needs the tools zip and unzip');
}

after(() => {
  rmSync(folder, { recursive: true });
});
