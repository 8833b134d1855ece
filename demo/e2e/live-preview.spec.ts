import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Frame } from 'puppeteer-core';
import { putHostPage } from './support/host-page.ts';
import type { Person } from './support/person.ts';
import { needs, onlyEmbedded } from './support/real-limits.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { styleOf } from './support/styles.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

const html = `<!doctype html><html lang="en"><title>Console</title><link rel="icon" href="data:,">
<h1>Console</h1><iframe title="Preview" src="/sign-in?preview=true" width="800" height="700"></iframe></html>`;

/** A page of the administrators' console, with the preview in a frame of it. */
async function open({ I, page, setup }: Pick<Fixtures, 'I' | 'page' | 'setup'>): Promise<Person> {
  onlyEmbedded(needs.preview);
  await putHostPage(page, { path: '/our/console', html });
  await I.visit(`${setup.origin}/our/console`);
  return I.inFrame('Preview');
}

const frameOf = ({ page }: Pick<Fixtures, 'page'>): Promise<Frame> =>
  until('the frame', async () => page.frames().find((frame) => frame.url().includes('preview=true')));

const signInExperience = {
  color: { primaryColor: '#8e24aa', darkPrimaryColor: '#e1bee7', isDarkModeEnabled: true },
  branding: {},
  signInMode: 'SignInAndRegister',
  signIn: { methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }] },
  signUp: { identifiers: ['username'], password: true, verify: false },
  socialConnectors: [],
  customCss: 'h1 { letter-spacing: 3px; }',
};

/** What the console does with each change of a setting. */
const post = ({ page }: Pick<Fixtures, 'page'>, config: object): Promise<void> =>
  page.evaluate(
    (message) => {
      document.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
    },
    {
      sender: 'ac_preview',
      config: { signInExperience, language: 'en', mode: 'light', platform: 'web', isNative: false, ...config },
    },
  );

/** Posts until it is heard: nothing tells when the frame listens. */
const show = (fixtures: Fixtures, preview: Person, config: object, text: string): Promise<unknown> =>
  until(`the preview to say "${text}"`, async () => {
    await post(fixtures, config);
    return (await preview.text()).includes(text);
  });

describe('The preview of the console', () => {
  it(
    'shows nothing before it is told what, then the first screen with settings that nobody saved',
    withPage(async (fixtures) => {
      const preview = await open(fixtures);
      const frame = await frameOf(fixtures);
      await until('the element', () => frame.$('sign-in-experience'));
      assert.equal((await preview.text()).trim(), '');
      await show(fixtures, preview, {}, 'Sign in to your account');
      await preview.see('Username');
      await preview.see('Create account');
      const brand = async () => (await styleOf(frame, 'button[type=submit]', 'background-color')) === 'rgb(142, 36, 170)';
      await until(
        'the brand and the CSS',
        async () => (await brand()) && (await styleOf(frame, 'h1', 'letter-spacing')) === '3px',
      );
    }),
  );

  it(
    'follows each change: language, dark and light, phone and desk',
    withPage(async (fixtures) => {
      const preview = await open(fixtures);
      const frame = await frameOf(fixtures);
      await show(fixtures, preview, { language: 'zh-CN', mode: 'dark', platform: 'mobile' }, '登录');
      const look = () =>
        frame.evaluate(() => {
          const { lang, dataset } = document.documentElement;
          return `${lang} ${dataset['theme'] ?? ''} ${document.body.classList.contains('mobile') ? 'mobile' : 'desktop'}`;
        });
      await until(
        async () => `dark and mobile, not ${await look()}`,
        async () => (await look()) === 'zh-CN dark mobile',
      );
      await show(fixtures, preview, { language: 'ar', mode: 'light', platform: 'web' }, 'تسجيل الدخول');
      await until(
        async () => `light, not ${await look()}`,
        async () => (await look()) === 'ar light desktop',
      );
    }),
  );

  it(
    'does nothing, whatever is pressed, and asks the server for nothing but words',
    withPage(async (fixtures) => {
      const { I, page } = fixtures;
      const preview = await open(fixtures);
      await show(fixtures, preview, {}, 'Sign in to your account');
      const frame = await frameOf(fixtures);
      I.traffic.clear();
      const button = await until('the button', () => frame.$('button[type=submit]'));
      const { x, y } = await button.clickablePoint();
      await page.mouse.click(x, y);
      await I.pressKey('Tab');
      await I.keys('alice');
      await I.pressKey('Enter');
      await show(fixtures, preview, { language: 'ar' }, 'تسجيل الدخول');
      assert.equal(await frame.$eval('input', (input) => input.value), '');
      assert.deepEqual(I.traffic.calls(), ['GET /api/.well-known/phrases']);
    }),
  );

  it(
    'listens to the page around it alone',
    withPage(async (fixtures) => {
      const preview = await open(fixtures);
      await show(fixtures, preview, {}, 'Sign in to your account');
      const frame = await frameOf(fixtures);
      // Somebody else's window in the same tab.
      await fixtures.page.evaluate(async () => {
        const other = document.body.appendChild(document.createElement('iframe'));
        other.srcdoc = `<script>parent.frames[0].postMessage({ sender: 'ac_preview', config: { language: 'ar',
          signInExperience: { signIn: { methods: [] } }, mode: 'dark', platform: 'web', isNative: false } }, '*')</script>`;
        await new Promise((loaded) => (other.onload = loaded));
      });
      // A message of the right sender comes after it, and only that one counts.
      await show(fixtures, preview, { language: 'zh-CN' }, '登录');
      assert.equal(await frame.$eval('html', ({ lang, dataset }) => `${lang} ${dataset['theme'] ?? ''}`), 'zh-CN light');
    }),
  );
});
