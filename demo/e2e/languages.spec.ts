import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();
const bare = e2eSuite({ ssr: false });

describe('The language that the app asks for', () => {
  for (const [language, heading, lang, dir, button] of [
    ['zh-CN', '登录你的账号', 'zh-CN', 'ltr', '登录'],
    ['ar', 'تسجيل الدخول إلى حسابك', 'ar', 'rtl', 'تسجيل الدخول'],
    ['de', 'Anmelden', 'de', 'ltr', 'Anmelden'],
    ['xx zh-CN en', '登录你的账号', 'zh-CN', 'ltr', '登录'],
  ] as const) {
    it(
      `${language}: the words, the direction and the language of the page`,
      withPage(async ({ I, app, page }) => {
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
    withPage(async ({ I, app, setup }) => {
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
    withPage(async ({ I, app }) => {
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
    withPage(async ({ I, app, page }) => {
      const session = await page.createCDPSession();
      const userAgent = await page.browser().userAgent();
      await session.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'ar,en' });
      await app.startSignIn();
      await I.seeHeading('تسجيل الدخول إلى حسابك');
    }),
  );

  it(
    'is that of the tenant where it wants one for everybody',
    withPage(async ({ I, app, page, qa }) => {
      await qa.preset('arabic');
      await app.startSignIn();
      await I.seeHeading('تسجيل الدخول إلى حسابك');
      assert.equal(await page.$eval('html', ({ dir }) => dir), 'rtl');
    }),
  );

  for (const [how, part] of [
    ['written into the page', { withPage }],
    ['fetched', bare],
  ] as const) {
    it(
      `has the words of the tenant first, ${how}: in English, in Chinese, and in a language that only the tenant speaks`,
      part.withPage(async ({ I, app, qa }) => {
        await qa.preset('custom-phrases');
        for (const [language, words] of [
          ['en', 'Come on in'],
          ['zh-CN', '请进'],
          ['cy-GB', 'Mewngofnodi'],
        ] as const) {
          await app.startSignIn({ ui_locales: language });
          await I.seeButton(words);
        }
      }),
    );
  }

  for (const [language, button, heading] of [
    ['en', 'Sign in', 'Sign in to your account'],
    ['zh-CN', '登录', '登录你的账号'],
    // The page itself has no German: what the browser speaks comes next.
    ['de', 'Sign in', 'Sign in to your account'],
  ] as const) {
    it(
      `has words of the page's own where the server's cannot be had: ${language}`,
      bare.withPage(async ({ I, app, page, qa, setup }) => {
        await qa.faults({ endpoint: 'GET /api/.well-known/phrases', status: 500 });
        await app.startSignIn({ ui_locales: language });
        await I.seeHeading(heading);
        await I.seeButton(button);
        assert.equal(await page.$eval('html', ({ lang }) => lang), language === 'de' ? 'en-US' : language);
        await I.type('identifier', setup.people.alice.username);
        await I.press(button);
        await until('the password', () => page.$('input[name=password]'));
      }),
    );
  }
});

describe('The title of the page', () => {
  it(
    'is that of the screen, on each',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      const seeTitle = async (title: string) => {
        await I.seeHeading(title);
        await until(
          async () => `the title ${title}, not ${await I.title()}`,
          async () => (await I.title()) === title,
        );
      };
      await app.startSignIn();
      await seeTitle('Sign in to your account');
      await I.type('identifier', alice.email);
      await I.press('Sign in');
      await seeTitle('Enter password');
      await I.press('Sign in with verification code');
      await seeTitle('Verify your email');
      await I.goBack();
      await seeTitle('Sign in to your account');
    }),
  );
});
