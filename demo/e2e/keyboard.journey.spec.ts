import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person } from './support/person.ts';
import { ProviderPage } from './support/provider-page.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** What has the focus, as a person would name it. */
const focused = (I: Person) =>
  I.page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement) return activeElement.name;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent.replace(/\s+/g, ' ').trim();
  });

/** The next stops of the Tab key, the present one first. */
async function stops(I: Person, count: number): Promise<readonly unknown[]> {
  const found: unknown[] = [await focused(I)];
  while (found.length < count) {
    await I.pressKey('Tab');
    found.push(await focused(I));
  }
  return found;
}

describe('Signing in without a mouse', () => {
  it(
    'by password: from the app to the app and out again, by keys alone',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.open();
      await I.tabTo('button', 'Sign in');
      await I.pressKey('Enter');
      await I.seeField('identifier', { focused: true });
      await I.keys(alice.username);
      await I.pressKey('Enter');
      await I.seeField('password', { focused: true });
      await I.keys(alice.password);
      await I.tabTo('button', 'Show password');
      await I.pressKey(' ');
      await I.seeFocusOn('button', 'Hide password');
      await I.tabTo('button', 'Continue');
      await I.pressKey('Enter');
      await app.seeSignedIn({ username: alice.username });
      await I.tabTo('button', 'Sign out');
      await I.pressKey('Enter');
      await I.see('You are not signed in');
    }),
  );

  it(
    'by text message: the country is found and chosen in its list',
    withPage(async ({ I, app, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.seeField('identifier', { focused: true });
      await I.keys(alice.phone.slice(2));
      await I.tabTo('button', 'Country or region: United States +1', { backwards: true });
      await I.pressKey('Enter');
      await I.seeFocusOn('combobox', 'Search region code');
      await I.keys('china');
      await I.see('+86');
      await I.pressKey('Enter');
      await I.seeField('identifier', { focused: true, value: alice.phone.slice(2) });
      await I.pressKey('Enter');
      await I.see(`+${alice.phone}`);
      await I.seeField('passcode', { focused: true });
      await I.keys(await setup.receiveCode(alice.phone));
      await app.seeSignedIn({ phone_number: `+${alice.phone}` });
    }),
  );

  it(
    'leaves the list of countries by Escape, with nothing changed and the focus where it was',
    withPage(async ({ I, app }) => {
      await app.startSignIn();
      await I.seeField('identifier', { focused: true });
      await I.keys('2025550123');
      await I.tabTo('button', 'Country or region: United States +1', { backwards: true });
      await I.pressKey('Enter');
      await I.seeFocusOn('combobox', 'Search region code');
      await I.pressKey('ArrowDown');
      await I.pressKey('Escape');
      await I.dontSee('Results:');
      await I.seeButton('Country or region: United States +1');
      await I.seeField('identifier', { focused: true, value: '2025550123' });
    }),
  );

  it(
    'by DingTalk: through the consent page and back',
    withPage(async ({ I, app }) => {
      await app.startSignIn();
      await I.tabTo('button', 'Continue with DingTalk');
      await I.pressKey(' ');
      await new ProviderPage(I).see('DingTalk');
      await I.pressKey('Tab');
      await I.pressKey('ArrowDown');
      await I.tabTo('button', 'Allow');
      await I.pressKey('Enter');
      await app.seeSignedIn({ username: 'chen' });
    }),
  );

  it(
    'meets every control once, in the order in which they stand',
    withPage(async ({ I, app }) => {
      await app.startSignIn();
      await I.seeField('identifier', { focused: true });
      assert.deepEqual(await stops(I, 7), [
        'identifier',
        'Sign in',
        'Continue with DingTalk',
        'Continue with Alipay',
        'Create account',
        'Terms of Use',
        'Privacy Policy',
      ]);
    }),
  );

  it(
    'keeps the focus inside a question until it is answered; Escape declines, and the focus goes back',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('manual-terms');
      await app.startSignIn();
      await I.seeField('identifier', { focused: true });
      await I.keys(setup.people.alice.username);
      await I.pressKey('Enter');
      await I.seeFocusOn('button', 'Agree');
      const seen = await stops(I, 6);
      assert.ok(!seen.includes('Sign in') && !seen.includes('identifier'), `The focus left the question: ${String(seen)}`);
      await I.pressKey('Escape');
      await I.seeField('identifier', { focused: true, value: setup.people.alice.username });
    }),
  );

  it(
    'agrees to the terms by Enter, twice, and is where it wanted to be',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('manual-terms');
      await app.startSignIn();
      await I.seeField('identifier', { focused: true });
      await I.keys(setup.people.alice.username);
      await I.pressKey('Enter');
      await I.seeFocusOn('button', 'Agree');
      await I.pressKey('Enter');
      await I.seeField('password', { focused: true });
    }),
  );

  it(
    'goes one step back by the button for it, and finds the focus in the form',
    withPage(async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.seeField('identifier', { focused: true });
      await I.keys(setup.people.alice.username);
      await I.pressKey('Enter');
      await I.seeField('password', { focused: true });
      await I.tabTo('button', 'Back', { backwards: true });
      await I.pressKey('Enter');
      await I.seeField('identifier', { focused: true, value: setup.people.alice.username });
    }),
  );
});
