import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import type { Person } from './support/person.ts';

const { withPage } = e2eSuite();

/** A key that was pressed: at which path, with the focus where, and the input that it changed, if any. */
interface Keystroke {
  readonly key: string;
  readonly path: string;
  readonly focus: string;
  readonly into?: string;
}

type PageWithLog = Window & typeof globalThis & { keystrokes: Keystroke[] };

/** Slow files and answers, so that there is time to type before each new screen, and a log of all keystrokes. */
async function prepare({ page, qa }: Fixtures): Promise<void> {
  await qa.faults({ endpoint: '/api/experience*', latency: 150 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const wait = new URL(request.url()).pathname.startsWith('/assets/') ? 150 : 0;
    void delay(wait).then(() => request.continue());
  });
  await page.evaluateOnNewDocument(() => {
    const log: Keystroke[] = [];
    Object.assign(window, { keystrokes: log });
    // No named functions: the compiler would add a helper to them that the page does not have.
    window.addEventListener(
      'keydown',
      ({ key }) => {
        const { activeElement } = document;
        log.push({ key, path: location.pathname, focus: activeElement?.getAttribute('name') ?? activeElement?.tagName ?? '' });
      },
      true,
    );
    window.addEventListener(
      'input',
      ({ target }) => Object.assign(log.at(-1) ?? {}, { into: (target as Element).getAttribute('name') }),
      true,
    );
  });
}

const keystrokes = (page: Page) => page.evaluate(() => (window as PageWithLog).keystrokes);

/**
 * Submits and keeps typing until a field of the next screen has taken three keys.
 * @param next name of that field
 * @param options.asksServer false for a step that changes without a request, and so perhaps before the next key
 * @param options.keys what to type
 */
async function typeThrough(
  I: Person,
  submit: () => Promise<void>,
  next: string,
  { asksServer = true, keys = 'qwertyuiop' } = {},
): Promise<void> {
  const { page } = I;
  const { pathname } = await I.address();
  await page.evaluate(() => void ((window as PageWithLog).keystrokes.length = 0));
  await submit();
  const { length: sent } = await keystrokes(page);
  let log: readonly Keystroke[] = [];
  for (let count = 0; log.filter(({ into }) => into === next).length < 3; count += 1) {
    assert.ok(count < 1000, `${next} takes no key: ${JSON.stringify(log.slice(-10))}`);
    await I.keys(keys.charAt(count % keys.length));
    log = (await keystrokes(page)).slice(sent);
  }
  const before = log.filter(({ path }) => path === pathname);
  const after = log.filter(({ path }) => path !== pathname);
  if (asksServer) assert.ok(before.length > 0, 'There was no time to type before the next screen.');
  for (const stroke of before) {
    assert.notEqual(stroke.focus, 'BODY', `lost before the address changed: ${JSON.stringify(stroke)}`);
    assert.notEqual(stroke.into, next, `too early in the next field: ${JSON.stringify(stroke)}`);
  }
  for (const stroke of after) assert.equal(stroke.into, next, `lost after the address changed: ${JSON.stringify(stroke)}`);
  const value = await page.$eval(`[name="${next}"]`, (input) => (input as HTMLInputElement).value);
  assert.ok(value.endsWith(after.map(({ key }) => key).join('')), `${value} in ${next}: ${JSON.stringify(after)}`);
}

const enter = (I: Person) => () => I.pressKey('Enter');

/** Types a code, whose last digit submits it. */
const submitCode =
  ({ I, setup }: Fixtures, address: string) =>
  async () =>
    I.replace('passcode', await setup.receiveCode(address));

describe('Somebody who keeps typing after Enter', () => {
  it(
    'loses nothing on the way to the password',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await prepare(fixtures);
      await app.startSignIn();
      await I.type('identifier', setup.people.alice.username);
      await typeThrough(I, enter(I), 'password', { asksServer: false });
      await I.replace('password', setup.people.alice.password);
      await I.pressKey('Enter');
      await app.seeSignedIn();
    }),
  );

  it(
    'loses nothing on the way to a one-time code',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { phone } = setup.people.alice;
      await prepare(fixtures);
      await app.startSignIn();
      await I.type('identifier', `+${phone}`);
      await typeThrough(I, enter(I), 'passcode', { keys: '123' });
      await submitCode(fixtures, phone)();
      await app.seeSignedIn();
    }),
  );

  it(
    'loses nothing when registering with a code and a password',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { email, password } = setup.stranger;
      await qa.preset('password-needed-recovery');
      await prepare(fixtures);
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', email);
      await typeThrough(I, enter(I), 'passcode', { keys: '123' });
      await typeThrough(I, submitCode(fixtures, email), 'newPassword');
      await I.replace('newPassword', password);
      await I.pressKey('Enter');
      await app.seeSignedIn();
    }),
  );

  it(
    'loses nothing when registering with a username',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('username-only');
      await prepare(fixtures);
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', setup.stranger.username);
      await typeThrough(I, enter(I), 'newPassword');
    }),
  );

  it(
    'loses nothing when recovering a password',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { email } = setup.people.alice;
      await qa.preset('recovery');
      await prepare(fixtures);
      await app.startSignIn({ first_screen: 'reset_password' });
      await I.type('identifier', email);
      await typeThrough(I, enter(I), 'passcode', { keys: '123' });
      await typeThrough(I, submitCode(fixtures, email), 'newPassword');
    }),
  );

  it(
    'loses nothing after a new password, on the way back to signing in',
    withPage(async (fixtures) => {
      const { I, qa, setup } = fixtures;
      await qa.preset('recovery');
      await prepare(fixtures);
      const { link } = await qa.magicLink(setup.people.alice.email, { interactionEvent: 'ForgotPassword' });
      await I.visit(new URL(link, setup.appAddress).href);
      await I.type('newPassword', 'violet-Harbor-42');
      await typeThrough(I, enter(I), 'identifier');
    }),
  );

  it(
    'loses nothing on the way to the fields of a profile',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { email } = setup.stranger;
      await qa.preset('chosen-profile-fields');
      await prepare(fixtures);
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', email);
      await typeThrough(I, enter(I), 'passcode', { keys: '123' });
      await typeThrough(I, submitCode(fixtures, email), 'company');
    }),
  );
});
