import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { presetNames } from '../experience/presets.ts';
import { startDemo, type Demo } from '../start-demo.ts';
import { createTestBrowser } from '../testing/browser.ts';
import { createPageFixture } from '../testing/page-fixture.ts';
import { journeyGroups } from './journeys.ts';

const fixture = createPageFixture();
let demo: Demo;

before(async () => {
  demo = await startDemo({ port: 0, pageDirectory: fixture.directory });
});
after(async () => {
  await demo.close();
  fixture.remove();
});

const landingPage = async (): Promise<string> => (await createTestBrowser(demo.origin).request('/')).text();

/** Labels of the buttons that hold, of the choices with this name. */
const chosen = async (choice: string): Promise<readonly string[]> =>
  [...(await landingPage()).matchAll(/<button[^>]*data-choice="([^"]*)"[^>]*aria-pressed="true"[^>]*>\s*<span>([^<]*)</g)]
    .filter(([, of]) => of === choice)
    .map(([, , label = '']) => label);

describe('The landing page', () => {
  it('has a button for every preset', async () => {
    const page = await landingPage();

    for (const name of presetNames) assert.ok(page.includes(`<span>${name}<small>`), name);
  });

  it('shows which settings hold, and how captchas behave', async () => {
    const browser = createTestBrowser(demo.origin);
    assert.deepEqual([await chosen('preset'), await chosen('captcha')], [['default'], ['ask']]);

    await browser.send('POST', '/qa/preset', { name: 'captcha' });
    await browser.send('PUT', '/qa/captcha', { behaviour: 'hang' });
    assert.deepEqual([await chosen('preset'), await chosen('captcha')], [['captcha'], ['hang']]);

    await browser.send('PATCH', '/qa/settings', { signInExperience: { signInMode: 'SignIn' } });
    assert.deepEqual(await chosen('preset'), [], 'none of the presets');
    await browser.send('POST', '/qa/reset');
  });

  for (const { title, journeys } of journeyGroups('')) {
    for (const [index, { title: journey }] of journeys.entries()) {
      it(`leads to a journey: ${title}, ${journey}`, async () => {
        const browser = createTestBrowser(demo.origin);
        const { requests, start } = journeyGroups(demo.standInOrigin).find((group) => group.title === title)?.journeys[index] ?? {
          requests: [],
        };
        let answer: unknown;
        for (const { method, path, body } of requests) {
          const response = await browser.send(method, path, body);
          assert.ok(response.ok, path);
          answer = await response.json();
        }

        const { url, response } = await browser.visit(start ?? (answer as { readonly link: string }).link);
        assert.ok(response.ok || response.status === 302, url.href);
      });
    }
  }
});
