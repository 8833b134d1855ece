import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** An event that the page made, with all that it says. */
interface Said {
  readonly type: string;
  readonly bubbles: boolean;
  readonly composed: boolean;
  readonly says: string;
}

/** Notes every event that a script of the page dispatches, from now on and on every page. */
async function listen(page: Page): Promise<readonly Said[]> {
  const heard: Said[] = [];
  await page.exposeFunction('noteEvent', (event: Said) => void heard.push(event));
  await page.evaluateOnNewDocument(() => {
    const original = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'dispatchEvent')?.value as (event: Event) => boolean;
    EventTarget.prototype.dispatchEvent = function (event) {
      const says: unknown[] = [];
      // What an event inherits counts, too: `data`, `detail`, `key`.
      for (const name in event) {
        const value: unknown = event[name as keyof Event];
        if (!(value instanceof EventTarget)) says.push(name, value);
      }
      const { type, bubbles, composed } = event;
      const note = (window as unknown as { noteEvent: (said: Said) => void }).noteEvent;
      note({ type, bubbles, composed, says: JSON.stringify(says) });
      return original.call(this, event);
    };
  });
  return heard;
}

const journeys: Readonly<Record<string, (fixtures: Fixtures) => Promise<readonly string[]>>> = {
  'signing in with a password': async ({ I, app, setup }) => {
    const { alice } = setup.people;
    await app.startSignIn();
    await I.signInWithPassword({ ...alice, password: 'not-the-Password' });
    await I.seeAlert('Incorrect');
    await I.replace('password', alice.password);
    await I.press('Continue');
    await app.seeSignedIn({ username: alice.username });
    return [alice.username, alice.password, 'not-the-Password'];
  },
  'signing in with a code that is typed': async ({ I, app, setup }) => {
    const { alice } = setup.people;
    await app.startSignIn();
    await I.type('identifier', `+${alice.phone}`);
    await I.press('Sign in');
    await I.seeHeading('Verify your phone number');
    const code = await setup.receiveCode(alice.phone);
    await I.type('passcode', code);
    await app.seeSignedIn();
    return [code, alice.phone.slice(2)];
  },
  'signing in with a code that is pasted': async ({ I, app, setup }) => {
    const { alice } = setup.people;
    await app.startSignIn();
    await I.type('identifier', alice.email);
    await I.press('Sign in');
    await I.press('Sign in with verification code');
    await I.seeHeading('Verify your email');
    const code = await setup.receiveCode(alice.email);
    await I.paste('passcode', code);
    await app.seeSignedIn();
    return [code, alice.email];
  },
  'a new account': async ({ I, app, qa, setup }) => {
    await qa.preset('username-only');
    await app.startSignIn();
    await I.press('Create account');
    await I.seeHeading('Create your account');
    await I.type('identifier', setup.stranger.username);
    await I.press('Create account');
    await I.seeHeading('Set password');
    await I.type('newPassword', setup.stranger.password);
    await I.type('confirmPassword', setup.stranger.password);
    await I.press('Save password');
    await app.seeSignedIn();
    return [setup.stranger.username, setup.stranger.password];
  },
};

describe('No event that the page makes carries a password, a code or an identifier', () => {
  for (const [what, run] of Object.entries(journeys)) {
    it(
      what,
      withPage(async (fixtures) => {
        const heard = await listen(fixtures.page);
        const secrets = await run(fixtures);
        assert.ok(heard.some(({ type }) => type === 'sie-ready'));
        const told = heard.filter(({ says }) => secrets.some((secret) => says.includes(secret)));
        assert.deepEqual(told, []);
        // Nothing crosses a shadow root of the page around but what the browser itself sends.
        assert.deepEqual(
          heard.filter(({ type, composed }) => composed && type.startsWith('sie-')),
          [],
        );
      }),
    );
  }
});
