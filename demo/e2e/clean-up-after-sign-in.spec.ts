import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

describe('A sign-in leaves no secrets behind', () => {
  /** Everything that outlives a screen: storages, history, address, and what the page logged or asked for. */
  const watch = ({ I, page }: Pick<Fixtures, 'I' | 'page'>) => {
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    return async (secret: string) => {
      const stored = await page.evaluate(() =>
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state, location.href]),
      );
      const addresses = I.traffic.requests.map(({ url }) => url.href);
      for (const text of [stored, ...logged, ...addresses]) assert.ok(!text.includes(secret), text);
    };
  };

  it(
    'no password, wrong or right, in addresses, storage or logs; no request to other origins',
    withPage(async (fixtures) => {
      const { I, page, setup, app } = fixtures;
      const { alice } = setup.people;
      const isNowhere = watch(fixtures);
      await app.startSignIn();
      await I.type('identifier', alice.username);
      await I.press('Sign in');
      await I.type('password', 'a-wrong-secret');
      await I.press('Continue');
      await I.see('Incorrect account or password');
      await isNowhere('a-wrong-secret');
      // The page stays where it is at the end, so that it can be searched.
      await page.evaluate(() => document.addEventListener('sie-before-redirect', (event) => event.preventDefault()));
      await I.replace('password', alice.password);
      await I.press('Continue');
      await until('the end', async () => I.traffic.calls().includes('POST /api/experience/submit'));
      await isNowhere('a-wrong-secret');
      await isNowhere(alice.password);
      const own = new Set([setup.origin, new URL(setup.appAddress).origin]);
      const foreign = I.traffic.requests.filter(({ url }) => url.protocol.startsWith('http') && !own.has(url.origin));
      assert.deepEqual(
        foreign.map(({ url }) => url.href),
        [],
      );
    }),
  );

  it(
    'no password that waits for an agreement to the terms',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const isNowhere = watch(fixtures);
      await qa.preset('password-only');
      await qa.settings({ agreeToTermsPolicy: 'Manual' });
      await app.startSignIn();
      await I.type('identifier', setup.people.alice.username);
      await I.type('password', setup.people.alice.password);
      await I.press('Sign in');
      await I.seeFocusOn('button', 'Agree');
      await isNowhere(setup.people.alice.password);
      await I.press('Agree');
      await app.seeSignedIn();
    }),
  );

  it(
    'no code, wrong or right',
    withPage(async (fixtures) => {
      const { I, page, setup, app } = fixtures;
      const { alice } = setup.people;
      const isNowhere = watch(fixtures);
      await app.startSignIn();
      await I.type('identifier', `+${alice.phone}`);
      await I.press('Sign in');
      const code = await setup.receiveCode(alice.phone);
      const wrong = code === '987123' ? '987124' : '987123';
      await I.type('passcode', wrong);
      await I.seeField('passcode', { error: 'Invalid verification code.' });
      await isNowhere(wrong);
      await page.evaluate(() => document.addEventListener('sie-before-redirect', (event) => event.preventDefault()));
      await I.replace('passcode', code);
      await until('the end', async () => I.traffic.calls().includes('POST /api/experience/submit'));
      await isNowhere(wrong);
      await isNowhere(code);
    }),
  );
});
