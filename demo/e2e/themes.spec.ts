import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { intercept } from './support/interception.ts';
import { preferColorScheme, styleOf } from './support/styles.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();
// CSS that nobody wrote into the page has no hash in the strictest policy.
const bare = e2eSuite({ ssr: false, policy: 'logto' });

describe('The theme', () => {
  it(
    'follows the system, also while the page is open',
    withPage(async ({ app, page, qa }) => {
      await qa.preset('dark');
      const brand = () => styleOf(page, 'button[type=submit]', 'background-color');
      await preferColorScheme(page, 'light');
      await app.startSignIn();
      await until('the light brand', async () => (await brand()) === 'rgb(0, 77, 64)');
      const light = await styleOf(page, 'html', 'background-color');
      const logo = await page.$eval('.sie-logo', (image) => (image as HTMLImageElement).src);
      await preferColorScheme(page, 'dark');
      await until('the dark brand', async () => (await brand()) === 'rgb(255, 213, 79)');
      assert.equal(await page.$eval('html', (root) => root.dataset['theme']), 'dark');
      assert.notEqual(await styleOf(page, 'html', 'background-color'), light);
      await until(
        'the dark logo',
        async () => (await page.$eval('.sie-logo', (image) => (image as HTMLImageElement).src)) !== logo,
      );
      await preferColorScheme(page, 'light');
      await until('the light brand again', async () => (await brand()) === 'rgb(0, 77, 64)');
    }),
  );

  it(
    'stays light where the tenant has no dark one',
    withPage(async ({ app, page, qa }) => {
      await qa.preset('light-only');
      await preferColorScheme(page, 'dark');
      await app.startSignIn();
      assert.equal(await page.$eval('html', (root) => root.dataset['theme']), 'light');
      assert.equal(await styleOf(page, 'html', 'color-scheme'), 'light');
      assert.equal(await styleOf(page, 'button[type=submit]', 'background-color'), 'rgb(61, 90, 254)');
    }),
  );

  it(
    'is there before the first module: no flash of white in the dark',
    withPage(
      async ({ app, page }) => {
        await preferColorScheme(page, 'dark');
        await intercept(page, (request) => (/\/assets\/.*\.js/.test(request.url()) ? 'fail' : undefined));
        await app.leaveForSignIn();
        await until('the page', async () => (await page.$eval('html', (root) => root.dataset['theme'])) === 'dark');
        assert.equal(await page.$('[data-step]'), null);
        assert.equal(await styleOf(page, 'html', 'background-color'), 'rgb(13, 13, 15)');
      },
      { expectedErrors: /./ },
    ),
  );

  it(
    'has the colours of the organization that the app names',
    withPage(async ({ app, page, setup }) => {
      await app.startSignIn({ organization_id: setup.organizations.north });
      assert.equal(await styleOf(page, 'button[type=submit]', 'background-color'), 'rgb(0, 121, 107)');
      await preferColorScheme(page, 'dark');
      await until(
        'the dark brand',
        async () => (await styleOf(page, 'button[type=submit]', 'background-color')) === 'rgb(77, 182, 172)',
      );
    }),
  );

  it(
    'has the look that the app has for itself: colours, logo and CSS',
    withPage(async ({ app, page, qa, setup }) => {
      const logoUrl = `${setup.origin}/demo-assets/icon.svg`;
      const customCss = 'h1 { color: rgb(4, 5, 6); }';
      const color = { primaryColor: '#8e24aa', darkPrimaryColor: '#e1bee7', isDarkModeEnabled: true };
      await qa.tenant({ applications: { [setup.appId]: { color, branding: { logoUrl }, customCss } } });
      await app.startSignIn();
      assert.equal(await styleOf(page, 'button[type=submit]', 'background-color'), 'rgb(142, 36, 170)');
      assert.equal(await styleOf(page, 'h1', 'color'), 'rgb(4, 5, 6)');
      assert.equal(await page.$eval('.sie-logo', (image) => (image as HTMLImageElement).src), logoUrl);
    }),
  );

  it(
    'has the CSS of the organization before that of the app, also where nobody wrote it into the page',
    bare.withPage(async ({ app, page, qa, setup }) => {
      const { north } = setup.organizations;
      await qa.tenant({
        applications: { [setup.appId]: { customCss: 'h1 { color: rgb(4, 5, 6); }' } },
        organizations: { [north]: { customCss: 'h1 { color: rgb(7, 8, 9); }' } },
      });
      await app.startSignIn();
      await until('the CSS of the app', async () => (await styleOf(page, 'h1', 'color')) === 'rgb(4, 5, 6)');
      await app.startSignIn({ organization_id: north });
      await until('the CSS of the organization', async () => (await styleOf(page, 'h1', 'color')) === 'rgb(7, 8, 9)');
    }),
  );

  it(
    'has icons of the tenant for the tab and the home screen, one for each theme',
    withPage(async ({ app, page, qa, setup }) => {
      const favicon = `${setup.origin}/demo-assets/icon.svg`;
      await qa.settings({ branding: { favicon, darkFavicon: `${favicon}?dark` } });
      const icons = () =>
        page.$$eval('link[rel~="icon"], link[rel="apple-touch-icon"]', (links) => links.map(({ href }) => href));
      await preferColorScheme(page, 'light');
      await app.startSignIn();
      await until('the icons', async () => String(await icons()) === String([favicon, favicon]));
      await preferColorScheme(page, 'dark');
      await until('the dark icons', async () => String(await icons()) === String([`${favicon}?dark`, `${favicon}?dark`]));
    }),
  );

  it(
    'says whose software it is, unless the tenant wants that hidden',
    withPage(async ({ I, app, qa }) => {
      await app.startSignIn();
      assert.equal(await I.seeLink('Powered by Logto'), 'https://logto.io/');
      await qa.settings({ hideLogtoBranding: true });
      await I.reload();
      await I.seeHeading('Sign in to your account');
      await I.dontSee('Powered by');
    }),
  );

  it(
    'moves nothing for people who want no motion',
    withPage(async ({ I, app, page, qa, setup }) => {
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await app.startSignIn();
      await I.type('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.type('password', 'x');
      await qa.faults({ endpoint: '/api/experience/*', latency: 3000 });
      await I.press('Continue');
      await I.seeButton('Continue', { disabled: true, busy: true });
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .filter((animation) => {
            const { transform, translate, rotate, scale } = Object.assign(
              {},
              ...((animation.effect as KeyframeEffect).getKeyframes() as object[]),
            ) as Record<string, unknown>;
            return [transform, translate, rotate, scale].some((value) => value !== undefined);
          })
          .map((animation) => (animation as CSSAnimation).animationName),
      );
      assert.deepEqual(moving, []);
    }),
  );
});
