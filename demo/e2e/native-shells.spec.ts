import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import type { Person } from './support/person.ts';
import { ProviderPage } from './support/provider-page.ts';
import { needs, onlyEmbedded } from './support/real-limits.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

/** The app with the native SDK, and the hosted page in its web view. */
async function openShell({ I, setup, page }: Fixtures, platform: 'ios' | 'android'): Promise<Person> {
  onlyEmbedded(needs.shell);
  await I.visit(`${setup.origin}/native-shell?platform=${platform}`);
  await until('the shell', () => page.$('body[data-ready]'));
  await I.press('Sign in');
  const webView = await I.inFrame('Web view');
  await webView.seeHeading('Sign in to your account');
  return webView;
}

declare global {
  interface Window {
    /** What `watchAlerts` noted. */
    seen?: { messages: number; readonly alerts: string[] };
  }
}

/** Runs in the page: notes how many messages arrive from now on, and everything that an alert says, however shortly. */
function watchAlerts(): void {
  const seen: NonNullable<typeof window.seen> = { messages: 0, alerts: [] };
  window.seen = seen;
  window.addEventListener('message', () => (seen.messages += 1));
  new MutationObserver(() => {
    const text = [...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent.trim()).join('');
    if (text && text !== seen.alerts.at(-1)) seen.alerts.push(text);
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

/** Somebody else's page in a frame beside the web view: of no origin that anybody shares. */
async function openStranger(page: Page): Promise<Frame> {
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { title: 'Stranger', srcdoc: '<p>Stranger</p>' });
    frame.setAttribute('sandbox', 'allow-scripts');
    document.body.append(frame);
  });
  return until('the stranger', async () => (await page.$('iframe[title="Stranger"]'))?.contentFrame());
}

for (const platform of ['ios', 'android'] as const) {
  describe(`In an app on ${platform}`, () => {
    it(
      'Alipay signs in through its own app: no page of it is opened here',
      withPage(async (fixtures) => {
        const { I } = fixtures;
        const webView = await openShell(fixtures, platform);
        await webView.press('Continue with Alipay');
        const sheet = await I.inFrame('Alipay app');
        await sheet.see('Alipay stand-in');
        await new ProviderPage(sheet).allowAs('chen');
        await I.see('You are signed in');
        await I.see('chen');
        await I.press('Sign out');
        await I.see('You are not signed in.');
      }),
    );

    it(
      'DingTalk signs in through the browser of the system and comes back by the link of the app',
      withPage(async (fixtures) => {
        const { I } = fixtures;
        const webView = await openShell(fixtures, platform);
        await webView.press('Continue with DingTalk');
        const browser = await I.inNewTab(() => I.follow('Continue'));
        await new ProviderPage(browser).allowAs('chen');
        await I.see('You are signed in');
        await I.see('chen');
      }),
    );

    it(
      'a password signs in inside the web view',
      withPage(async (fixtures) => {
        const { I, setup } = fixtures;
        const webView = await openShell(fixtures, platform);
        await webView.type('identifier', setup.people.alice.username);
        await webView.press('Sign in');
        await webView.type('password', setup.people.alice.password);
        await webView.press('Continue');
        await I.see('You are signed in');
      }),
    );

    it(
      'what the app reports is said, and the same provider can be tried again',
      withPage(async (fixtures) => {
        const { I } = fixtures;
        const webView = await openShell(fixtures, platform);
        await webView.press('Continue with Alipay');
        await I.press('Close the Alipay app');
        await webView.seeAlert('The person cancelled.');
        await webView.press('Continue with Alipay');
        const sheet = await I.inFrame('Alipay app');
        await new ProviderPage(sheet).allowAs('chen');
        await I.see('You are signed in');
      }),
    );

    it(
      'a person who cancels in the browser of the system can go another way',
      withPage(async (fixtures) => {
        const { I } = fixtures;
        const webView = await openShell(fixtures, platform);
        await webView.press('Continue with DingTalk');
        await I.press('Cancel');
        await webView.seeAlert('The person cancelled.');
        await webView.press('Continue with Alipay');
        await new ProviderPage(await I.inFrame('Alipay app')).allowAs('chen');
        await I.see('You are signed in');
      }),
    );

    it(
      'only what the app itself reports is said',
      withPage(async (fixtures) => {
        const { I, page } = fixtures;
        const webView = await openShell(fixtures, platform);
        const frame = await (await page.$('iframe[title="Web view"]'))?.contentFrame();
        assert.ok(frame);
        await frame.evaluate(watchAlerts);
        await I.press('Let the SDK report an error');
        await webView.seeAlert('The app could not be opened.');

        const message = 'Trust me.';
        await frame.evaluate(
          (posted) => posted.forEach((data) => window.postMessage(data, location.origin)),
          [{ sender: 'an extension', message }, message, [message], { message: { text: message } }, { message: '' }, null],
        );
        const stranger = await openStranger(page);
        await stranger.evaluate((data) => top?.frames[0]?.postMessage(data, '*'), { message });
        await until('all messages to be there', () => frame.evaluate(() => window.seen?.messages === 8));

        await webView.press('Continue with Alipay');
        await I.press('Close the Alipay app');
        await webView.seeAlert('The person cancelled.');
        const { alerts } = (await frame.evaluate(() => window.seen)) ?? {};
        assert.deepEqual(alerts, ['The app could not be opened.', 'The person cancelled.']);
      }),
    );
  });
}

describe('Where no app is', () => {
  it(
    'Alipay opens its page, not its app',
    withPage(async ({ I, app }) => {
      await app.startSignIn();
      await I.press('Continue with Alipay');
      await new ProviderPage(I).see('Alipay');
      assert.match((await I.address()).pathname, /publicAppAuthorize/);
    }),
  );

  for (const link of ['javascript:alert(1)', 'data:text/html,hello']) {
    it(
      `a landing page that is told to come back by ${link} leads nowhere`,
      withPage(async ({ I, app, setup }) => {
        await app.startSignIn();
        const query = new URLSearchParams({ redirect_to: `${setup.origin}/inbox`, native_callback: link });
        await I.visit(`${setup.origin}/social/landing/dingtalk-universal?${query.toString()}`);
        await I.see('The next address is not safe to open');
        await I.press('Back to sign in');
        await I.seeHeading('Sign in to your account');
      }),
    );
  }

  it(
    'a landing page that is told to go on to a script leads nowhere',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      const query = new URLSearchParams({ redirect_to: 'javascript:alert(1)', native_callback: 'io.example.app://callback' });
      await I.visit(`${setup.origin}/social/landing/dingtalk-universal?${query.toString()}`);
      await I.see('The next address is not safe to open');
    }),
  );
});
