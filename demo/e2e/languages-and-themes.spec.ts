import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { intercept } from './support/interception.ts';
import { preferColorScheme, styleOf } from './support/look.ts';
import { stage } from './support/stage.ts';
import { until } from './support/until.ts';

const { scene, controlled } = stage();
const bare = stage({ ssr: false });

describe('The language that the app asks for', () => {
  for (const [language, heading, lang, dir, button] of [
    ['zh-CN', '登录你的账号', 'zh-CN', 'ltr', '登录'],
    ['ar', 'تسجيل الدخول إلى حسابك', 'ar', 'rtl', 'تسجيل الدخول'],
    ['de', 'Anmelden', 'de', 'ltr', 'Anmelden'],
    ['xx zh-CN en', '登录你的账号', 'zh-CN', 'ltr', '登录'],
  ] as const) {
    it(
      `${language}: the words, the direction and the language of the page`,
      scene(async ({ I, app, page }) => {
        await app.startSignIn({ ui_locales: language });
        await I.seeButton(button);
        assert.equal(await page.$eval('html', (root) => `${root.lang} ${root.dir}`), `${lang} ${dir}`);
        assert.equal(await I.title(), await page.$eval('h1', (element) => element.textContent.trim()));
        if (language !== 'de') await I.seeHeading(heading);
      }),
    );
  }

  it(
    'is that of the server, too: what it refuses, it says in Chinese',
    scene(async ({ I, app, setup }) => {
      await app.startSignIn({ ui_locales: 'zh-CN' });
      await I.type('identifier', setup.people.alice.username);
      await I.press('登录');
      await I.seeHeading('输入密码');
      await I.type('password', 'wrong');
      await I.press('继续');
      await until('words in Chinese', async () =>
        /账号|密码/.test(
          (await (
            await I.field('password')
          ).evaluate((input) =>
            (input.getAttribute('aria-describedby') ?? '')
              .split(' ')
              .map((id) => document.getElementById(id)?.textContent)
              .join(''),
          )) ?? '',
        ),
      );
    }),
  );

  it(
    'counts for the list of countries and for names',
    controlled(async ({ I, app }) => {
      await app.startSignIn({ ui_locales: 'zh-CN' });
      await I.seeButton('通过 钉钉 继续');
      await I.type('identifier', '13800000001');
      await I.press('国家或地区：中国 +86');
      await I.seeFocusOn('combobox', '搜索区域码');
      await I.keys('奥地利');
      await I.see('+43');
    }),
  );

  it(
    'is the one of the browser where the app names none',
    controlled(async ({ I, app, page }) => {
      const session = await page.createCDPSession();
      const userAgent = await page.browser().userAgent();
      await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'ar,en' });
      await app.startSignIn();
      await I.seeHeading('تسجيل الدخول إلى حسابك');
    }),
  );

  it(
    'is that of the tenant where it wants one for everybody',
    controlled(async ({ I, app, page, qa }) => {
      await qa.preset('arabic');
      await app.startSignIn();
      await I.seeHeading('تسجيل الدخول إلى حسابك');
      assert.equal(await page.$eval('html', ({ dir }) => dir), 'rtl');
    }),
  );

  for (const [how, part] of [
    ['written into the page', { controlled }],
    ['fetched', bare],
  ] as const) {
    it(
      `has the words of the tenant first, ${how}: in English, in Chinese, and in a language that only the tenant speaks`,
      part.controlled(async ({ I, app, qa }) => {
        await qa.preset('custom-phrases');
        for (const [language, words] of [
          ['en', 'Come on in'],
          ['zh-CN', '请进'],
          ['tlh-001', 'yI’el'],
        ] as const) {
          await app.startSignIn({ ui_locales: language });
          await I.seeButton(words);
        }
      }),
    );
  }

  for (const [language, dir] of [
    ['en-XA', 'ltr'],
    ['ar-XB', 'rtl'],
  ] as const) {
    it(
      `may be the pseudo-language ${language}: no text is left plain, none is cut off`,
      controlled(async ({ I, app, page, setup }) => {
        await page.setViewport({ width: 390, height: 800 });
        await app.startSignIn({ ui_locales: language });
        await until('the pseudo-language', () => page.$eval('html', ({ lang }, wanted) => lang === wanted, language));
        assert.equal(await page.$eval('html', (root) => root.dir), dir);
        const marked = language === 'en-XA' ? /[[\]~Å-ž]/ : /\u202e/;
        for (const step of ['sign-in', 'password'] as const) {
          await until('the screen', () => page.$(`[data-step="${step}"]`));
          const texts = await page.$$eval('h1, label, button[type=submit], .sie-small', (found) =>
            found.filter((element) => element.checkVisibility()).map((element) => element.textContent.trim()),
          );
          const plain = texts.filter((text) => text !== '' && !marked.test(text));
          assert.deepEqual(plain, [], `Plain texts on ${step}`);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `${step} is ${String(overflow)} px too wide`);
          if (step === 'sign-in') {
            await I.type('identifier', setup.people.alice.username);
            await page.click('button[type=submit]');
          }
        }
      }),
    );
  }
});

describe('The theme', () => {
  it(
    'follows the system, also while the page is open',
    controlled(async ({ app, page, qa }) => {
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
    controlled(async ({ app, page, qa }) => {
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
    controlled(
      async ({ app, page }) => {
        await preferColorScheme(page, 'dark');
        await intercept(page, (request) => (/\/assets\/.*\.js/.test(request.url()) ? 'fail' : undefined));
        await app.leaveForSignIn();
        await until('the page', async () => (await page.$eval('html', (root) => root.dataset['theme'])) === 'dark');
        assert.equal(await page.$('[data-step]'), null);
        assert.equal(await styleOf(page, 'html', 'background-color'), 'rgb(13, 13, 15)');
      },
      { complaints: /./ },
    ),
  );

  it(
    'has the colours of the organization that the app names',
    controlled(async ({ app, page, setup }) => {
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
    'has an icon of the tenant for the tab, one for each theme',
    controlled(async ({ app, page, qa, setup }) => {
      const favicon = `${setup.origin}/demo-assets/icon.svg`;
      await qa.settings({ branding: { favicon, darkFavicon: `${favicon}?dark` } });
      const icon = () => page.$eval('link[rel~="icon"]', (link) => link.href);
      await preferColorScheme(page, 'light');
      await app.startSignIn();
      await until('the icon', async () => (await icon()) === favicon);
      await preferColorScheme(page, 'dark');
      await until('the dark icon', async () => (await icon()) === `${favicon}?dark`);
    }),
  );

  it(
    'moves nothing for people who want no motion',
    controlled(async ({ I, app, page, qa, setup }) => {
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
