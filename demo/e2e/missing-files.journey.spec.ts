import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { engine, e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();
const withoutServerData = e2eSuite({ ssr: false });

const incomplete = 'A part of this page could not be loaded';
/** The browser says so, too. */
const expectedErrors = { expectedErrors: /./ };

/** Files of the page that cannot be had until the line is mended: they fail, or keep one waiting for ever. */
async function breakLine(page: Page, file: RegExp, how: 'fail' | 'stall' = 'fail'): Promise<() => void> {
  let isBroken = true;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!isBroken || !file.test(new URL(request.url()).pathname)) return void request.continue();
    if (how === 'fail') void request.abort('failed');
  });
  return () => (isBroken = false);
}

describe('A file of the page that cannot be loaded', () => {
  it(
    'the app: shows an error on the current screen and keeps typed text; pressing again works once the connection is back',
    withPage(async ({ I, app, page, setup }) => {
      const { alice } = setup.people;
      const mend = await breakLine(page, /\/app-/);
      await app.startSignIn();
      await I.type('identifier', alice.username);
      await I.press('Sign in');
      await I.seeAlert(incomplete);
      await I.seeField('identifier', { value: alice.username });
      mend();
      await I.press('Sign in');
      if (engine === 'firefox') {
        // It keeps a failure for as long as the page lives, so the page was loaded anew.
        await I.seeField('identifier', { value: '' });
        await I.replace('identifier', alice.username);
        await I.press('Sign in');
      }
      await I.seeHeading('Enter password');
      await I.type('password', alice.password);
      await I.press('Continue');
      await app.seeSignedIn({ username: alice.username });
    }, expectedErrors),
  );

  it(
    'what reads the settings: said on an empty page; trying again works',
    withoutServerData.withPage(async ({ I, app, page, setup }) => {
      const mend = await breakLine(page, /\/client-/);
      await app.leaveForSignIn();
      await I.seeAlert(incomplete);
      mend();
      await I.press('Try again');
      await I.seeField('identifier', { focused: true });
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }, expectedErrors),
  );

  it(
    'the page itself: a link says so, and loads the page anew',
    withPage(async ({ I, app, page, setup }) => {
      const mend = await breakLine(page, /\/index-.*\.js/);
      await app.leaveForSignIn();
      await I.seeAlert('This page cannot be shown.');
      mend();
      await I.follow('This page cannot be shown. Reload it');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn();
    }, expectedErrors),
  );

  it(
    'numbering plans that never come hold nobody up: digits without a calling code are not sent, with one they are',
    withPage(async ({ I, app, page, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await breakLine(page, /\/phone-numbers-library/, 'stall');
      await I.type('identifier', alice.phone);
      await I.press('Sign in');
      await I.seeAlert('A part of this page could not be loaded.');
      await I.replace('identifier', `+${alice.phone}`);
      await I.press('Sign in');
      await I.seeHeading('Verify your phone number');
    }, expectedErrors),
  );
});
