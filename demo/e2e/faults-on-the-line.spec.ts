import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shortenSlowRequestTimers, shortenTimers } from './support/clock.ts';
import { intercept, isCall } from './support/interception.ts';
import { ProviderPage } from './support/provider-page.ts';
import type { Fault } from './support/qa.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();
const withoutServerData = e2eSuite({ ssr: false });

const unreachable = 'Check your connection';
const unexpected = 'The answer of the sign-in service was incomplete or could not be read. Try again in a moment.';
const broken = 'The sign-in service is not working properly at the moment. This is not your fault.';

/** Ways in which an answer can fail to be one, and what is said. */
const failures: readonly (readonly [string, Omit<Fault, 'endpoint'>, string])[] = [
  ['cannot be reached', { offline: true }, unreachable],
  ['fails without a code', { status: 500 }, broken],
  ['answers JSON that ends too early', { malformed: true }, unexpected],
  ['answers with a code that nobody knows', { status: 400, code: 'session.brand_new_code' }, 'session.brand_new_code'],
];

async function goToPassword({ I, app, setup }: Pick<Fixtures, 'I' | 'app' | 'setup'>): Promise<void> {
  await app.startSignIn();
  await I.type('identifier', setup.people.alice.username);
  await I.press('Sign in');
  await I.seeHeading('Enter password');
  await I.type('password', setup.people.alice.password);
}

describe('A server that', () => {
  for (const [what, fault, said] of failures) {
    for (const endpoint of ['PUT /api/experience', 'POST /api/experience/verification/password', 'POST /api/experience/submit']) {
      // An answer without a body cannot end too early.
      if (fault.malformed && endpoint.startsWith('PUT')) continue;
      it(
        `${what} at ${endpoint}: said where the person is, the password stays, and pressing again goes through`,
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
    'takes too long: a word after a while, then it is given up, and pressing again goes through',
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

describe('An answer that asks for patience', () => {
  it(
    'is counted down beside the button that it holds back, which works again afterwards',
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
      `${what}: support gets the id of the request, and pressing again submits alone`,
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

describe('Somebody back from a provider', () => {
  for (const [endpoint, fault] of [
    ['POST /api/experience/verification/social/dingtalk-web/verify', { status: 502 }],
    ['POST /api/experience/verification/social/dingtalk-web/verify', { status: 429 }],
    ['POST /api/experience/identification', { status: 500 }],
    ['POST /api/experience/submit', { status: 502 }],
  ] as const) {
    it(
      `goes on where ${endpoint} failed with ${String(fault.status)}`,
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
    'is told so by every button, and goes on when the connection is back',
    withPage(async ({ I, app, page, setup }) => {
      await app.startSignIn();
      await I.type('identifier', setup.people.alice.username);
      await page.setOfflineMode(true);
      await I.press('Sign in');
      await I.seeAlert(unreachable);
      await I.replace('identifier', setup.people.alice.username);
      await I.dontSee(unreachable);
      await I.press('Continue with DingTalk');
      await I.seeAlert(unreachable);
      await page.setOfflineMode(false);
      await I.press('Sign in');
      await I.type('password', setup.people.alice.password);
      await I.press('Continue');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'comes back from a provider to a server that is gone: one button tries again, and it goes through',
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

describe('Settings that', () => {
  for (const [what, fault, said] of failures.slice(0, 3)) {
    it(
      `the server ${what}: said, and trying again works`,
      withoutServerData.withPage(async ({ I, app, page, qa, setup }) => {
        await qa.faults({ endpoint: 'GET /api/.well-known/sign-in-exp', ...fault });
        await app.leaveForSignIn();
        await I.seeAlert(said);
        assert.equal(await page.$('form'), null);
        await qa.faults();
        await I.press('Try again');
        await I.type('identifier', setup.people.alice.username);
        await I.press('Sign in');
        await I.seeHeading('Enter password');
      }),
    );
  }

  it(
    'are of no use at all: said, with a button to try again',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('unusable');
      await app.leaveForSignIn();
      await I.seeAlert(unexpected);
      await qa.preset('default');
      await I.press('Try again');
      await I.seeHeading('Sign in to your account');
    }),
  );

  it(
    'hold one connector, one method and one factor that nobody understands: the rest works',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('malformed-entries');
      await app.startSignIn();
      await I.seeButton('Continue with DingTalk');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }),
  );

  it(
    'come from an older server: what it does not know is off',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('older-server');
      await app.startSignIn();
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }),
  );
});

describe('Two quick submits', () => {
  it(
    'send one password',
    withPage(async (fixtures) => {
      const { I, app, page } = fixtures;
      await goToPassword(fixtures);
      I.traffic.clear();
      await page.evaluate(() => {
        const button = document.querySelector<HTMLButtonElement>('button[type=submit]');
        button?.click();
        button?.click();
        button?.form?.requestSubmit();
      });
      await app.seeSignedIn();
      assert.equal(I.traffic.calls().filter((call) => call === 'POST /api/experience/verification/password').length, 1);
      assert.equal(I.traffic.calls().filter((call) => call === 'POST /api/experience/submit').length, 1);
    }),
  );

  it(
    'send one code, and start one provider',
    withPage(async ({ I, app, setup, qa }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.type('identifier', `+${alice.phone}`);
      await I.pressKey('Enter');
      await I.pressKey('Enter');
      await I.seeHeading('Verify your phone number');
      assert.equal((await qa.outbox(alice.phone)).length, 1);
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      I.traffic.clear();
      await I.page.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLButtonElement>('sie-social-buttons button')) button.click();
      });
      await new ProviderPage(I).see('DingTalk');
      assert.equal(I.traffic.calls().filter((call) => call.endsWith('/authorization-uri')).length, 1);
    }),
  );
});

describe('An address that nobody should be sent to', () => {
  for (const redirectTo of ['javascript:alert(1)', 'data:text/html,hello', 'intent://evil', '//evil.example', 'not an address']) {
    it(
      `${redirectTo} after signing in: said, not opened; back to signing in`,
      withPage(async (fixtures) => {
        const { I, page } = fixtures;
        await goToPassword(fixtures);
        await intercept(page, (request) =>
          isCall(request, 'POST /api/experience/submit') ? { body: { redirectTo } } : undefined,
        );
        await I.press('Continue');
        await I.seeHeading('Something went wrong');
        await I.see('The next address is not safe to open');
        await I.press('Back to sign in');
        await I.seeHeading('Sign in to your account');
      }),
    );
  }

  it(
    'javascript: as the address of a provider: said, not opened',
    withPage(async ({ I, app, page }) => {
      await app.startSignIn();
      await intercept(page, (request) =>
        request.url().endsWith('/authorization-uri')
          ? { body: { authorizationUri: 'javascript:document.title="hacked"', verificationId: 'x' } }
          : undefined,
      );
      await I.press('Continue with DingTalk');
      await I.see('The next address is not safe to open');
      assert.notEqual(await I.title(), 'hacked');
    }),
  );
});
