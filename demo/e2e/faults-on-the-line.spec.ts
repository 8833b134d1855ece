import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shortenSlowRequestTimers, shortenTimers } from './support/clock.ts';
import { ProviderPage } from './support/provider-page.ts';
import { goToPassword } from './support/password-step.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { failures, unreachable } from './support/failures.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

describe('A server that', () => {
  for (const [what, fault, said] of failures) {
    for (const endpoint of ['PUT /api/experience', 'POST /api/experience/verification/password', 'POST /api/experience/submit']) {
      // An answer without a body cannot end too early.
      if (fault.malformed && endpoint.startsWith('PUT')) continue;
      it(
        `${what} at ${endpoint}: shows an error, keeps the password, and pressing again works`,
        withPage(
          async (fixtures) => {
            const { I, app, qa, setup } = fixtures;
            await goToPassword(fixtures);
            await qa.faults({ endpoint, ...fault });
            await I.press('Continue');
            await I.seeAlert(said);
            await I.seeField('password', { value: setup.people.alice.password, readonly: false });
            await I.seeFocusKept();
            await qa.faults();
            await I.press('Continue');
            await app.seeSignedIn({ username: setup.people.alice.username });
            // A failure without a name is written to the console, for whoever has to look into it.
          },
          { expectedErrors: /^ApiError/ },
        ),
      );
    }
  }

  it(
    'takes too long: shows a message, then times out, and pressing again works',
    withPage(async (fixtures) => {
      const { I, app, page, qa, setup } = fixtures;
      await shortenTimers(page);
      await goToPassword(fixtures);
      await qa.faults({ endpoint: 'POST /api/experience/verification/password', latency: 30_000, times: 1 });
      await I.press('Continue');
      await I.seeButton('Continue', { disabled: true, busy: true });
      await I.see('Still working on it…');
      await I.seeAlert('Request timeout.');
      await I.press('Continue');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'is slow: the person can stop waiting',
    withPage(async (fixtures) => {
      const { I, app, page, qa, setup } = fixtures;
      await shortenSlowRequestTimers(page);
      await goToPassword(fixtures);
      await qa.faults({ endpoint: 'POST /api/experience/verification/password', latency: 30_000, times: 1 });
      await I.press('Continue');
      await I.see('Still working on it…');
      await I.press('Stop waiting');
      await I.seeField('password', { value: setup.people.alice.password, readonly: false });
      await I.seeFocusKept();
      await I.press('Continue');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

describe('A response with a waiting time', () => {
  it(
    'shows a countdown at the disabled button, which works again afterwards',
    withPage(async (fixtures) => {
      const { I, app, page, qa, setup } = fixtures;
      await goToPassword(fixtures);
      const endpoint = 'POST /api/experience/verification/password';
      await qa.faults({ endpoint, status: 429, headers: { 'Retry-After': '3' }, times: 1 });
      await I.press('Continue');
      await I.seeAlert('Too many attempts in a short time.');
      await page.waitForSelector('button[type=submit][aria-disabled=true]');
      await I.see('Try again in');
      await I.seeFocusKept();
      I.traffic.clear();
      await I.press('Continue');
      await I.see('You can try again now.');
      assert.equal(I.traffic.calls().filter((call) => call === endpoint).length, 0);
      await page.waitForSelector('button[type=submit]:not([aria-disabled])');
      await I.press('Continue');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

describe('A submission that', () => {
  for (const [what, fault] of [
    ['answers without an address', { status: 200 }],
    ['fails', { status: 502 }],
  ] as const) {
    it(
      `${what}: shows the id of the request, and pressing again repeats only the submission`,
      withPage(async (fixtures) => {
        const { I, app, qa, setup } = fixtures;
        await goToPassword(fixtures);
        const endpoint = 'POST /api/experience/submit';
        await qa.faults({ endpoint, ...fault, headers: { 'Logto-Core-Request-Id': 'request-7' } });
        await I.press('Continue');
        await I.seeAlert('request-7');
        await qa.faults();
        I.traffic.clear();
        await I.press('Continue');
        await app.seeSignedIn({ username: setup.people.alice.username });
        assert.deepEqual(
          I.traffic.calls().filter((call) => call.includes(' /api/experience')),
          [endpoint],
        );
      }),
    );
  }
});

describe('A callback of a provider', () => {
  for (const [endpoint, fault] of [
    ['POST /api/experience/verification/social/dingtalk-web/verify', { status: 502 }],
    ['POST /api/experience/verification/social/dingtalk-web/verify', { status: 429 }],
    ['POST /api/experience/identification', { status: 500 }],
    ['POST /api/experience/submit', { status: 502 }],
  ] as const) {
    it(
      `continues after ${endpoint} failed with ${String(fault.status)}`,
      withPage(async ({ I, app, qa }) => {
        await app.startSignIn();
        await I.press('Continue with DingTalk');
        await new ProviderPage(I).see('DingTalk');
        await qa.faults({ endpoint, ...fault });
        await new ProviderPage(I).allowAs('chen');
        await I.see('Try again');
        await I.seeButton('Back to sign in');
        await qa.faults();
        await I.press('Try again');
        await app.seeSignedIn({ username: 'chen' });
      }),
    );
  }
});

describe('A person without a connection', () => {
  it(
    'sees an error on every button, and continues when the connection is back',
    withPage(async ({ I, app, page, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await until('the app', () => page.evaluate(() => Boolean(customElements.get('sie-password-screen'))));
      await I.type('identifier', alice.username);
      await page.setOfflineMode(true);
      await I.press('Continue with DingTalk');
      await I.seeAlert(unreachable);
      await I.replace('identifier', alice.username);
      await I.dontSee(unreachable);
      // A step that asks the server for nothing needs no connection.
      await I.press('Sign in');
      await I.type('password', alice.password);
      await I.press('Continue');
      await I.seeAlert(unreachable);
      await page.setOfflineMode(false);
      await I.press('Continue');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'can retry by one button after the callback of a provider',
    withPage(async ({ I, app, qa }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).see('DingTalk');
      await qa.faults({ endpoint: '/api/experience/verification/social/*', offline: true });
      await new ProviderPage(I).allowAs('chen');
      await I.see(unreachable);
      await qa.faults();
      await I.press('Try again');
      await app.seeSignedIn({ username: 'chen' });
    }),
  );
});
