import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followLink } from './support/magic-link.ts';
import type { Scene } from './support/stage.ts';
import { stage } from './support/stage.ts';
import { traces } from './support/traces.ts';

const { scene } = stage();

const accountsOf = async ({ qa }: Scene, email: string): Promise<number> =>
  (await qa.users()).filter(({ primaryEmail }) => primaryEmail === email).length;

const terms = 'please agree to the';

describe('A magic link', () => {
  it(
    'signs in whom it was sent to',
    scene(async (scene) => {
      const { app, setup } = scene;
      const { alice } = setup.people;
      await followLink(scene, alice.email);
      await app.seeSignedIn({ username: alice.username, email: alice.email });
    }),
  );

  it(
    'leaves its token neither in the address nor in what the browser keeps',
    scene(async (scene) => {
      const { I, app, qa, setup } = scene;
      const { alice } = setup.people;
      await qa.faults({ endpoint: 'POST /api/experience/verification/one-time-token/verify', latency: 5000 });
      const token = await followLink(scene, alice.email);
      await I.seeHeading('Signing you in');
      await I.seeAddress(/^\/one-time-token\b/);
      const left = await traces(I.page);
      assert.ok(!left.includes(token), left);
      await app.seeSignedIn({ username: alice.username });
      assert.ok(!(await traces(I.page)).includes(token));
      const called = I.traffic.requests.filter(({ url }) => url.pathname.startsWith('/api/') && url.href.includes(token));
      assert.deepEqual(called, []);
    }),
  );

  it(
    'makes an account for a newcomer, also where nobody registers otherwise',
    scene(async (scene) => {
      const { app, qa, setup } = scene;
      await qa.preset('sign-in-only');
      await followLink(scene, setup.stranger.email);
      await app.seeSignedIn({ email: setup.stranger.email });
      assert.equal(await accountsOf(scene, setup.stranger.email), 1);
    }),
  );

  it(
    'whose page is left half-way, and loaded anew, ends in words and a way to sign in',
    scene(async (scene) => {
      const { I, app, qa, setup } = scene;
      const { alice } = setup.people;
      await qa.faults({ endpoint: 'POST /api/experience/verification/one-time-token/verify', latency: 5000 });
      await followLink(scene, alice.email);
      await I.seeHeading('Signing you in');
      await I.seeAddress(/^\/one-time-token\b/);
      await I.reload();
      await qa.faults();
      await I.seeHeading('Invalid link');
      await I.follow('Back to the app');
      await I.press('Sign in');
      await I.signInWithPassword(alice);
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'is tried again by a button when the line was lost',
    scene(async (scene) => {
      const { I, app, qa, setup } = scene;
      const { alice } = setup.people;
      await qa.faults({ endpoint: 'POST /api/experience/verification/one-time-token/verify', offline: true });
      await followLink(scene, alice.email);
      await I.seeButton('Try again');
      await qa.faults();
      await I.tabTo('button', 'Try again');
      await I.pressKey('Enter');
      await app.seeSignedIn({ username: alice.username });
    }),
  );
});

describe('The terms, for whom a link brings', () => {
  it(
    'are agreed to before an account is made, where new accounts need that',
    scene(async (scene) => {
      const { I, app, qa, setup } = scene;
      await qa.preset('registration-terms');
      await followLink(scene, setup.stranger.email);
      await I.see(terms);
      await I.seeFocusOn('button', 'Agree');
      assert.equal(await accountsOf(scene, setup.stranger.email), 0);
      await I.pressKey('Enter');
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );

  it(
    'may be declined: no account, but the sign-in screen',
    scene(async (scene) => {
      const { I, qa, setup } = scene;
      await qa.preset('registration-terms');
      await followLink(scene, setup.stranger.email);
      await I.see(terms);
      await I.pressKey('Escape');
      await I.seeHeading('Sign in to your account');
      await I.reload();
      await I.seeHeading('Sign in to your account');
      assert.equal(await accountsOf(scene, setup.stranger.email), 0);
    }),
  );

  it(
    'are nothing to ask whom has an account already, where only new ones need that',
    scene(async (scene) => {
      const { app, qa, setup } = scene;
      await qa.preset('registration-terms');
      await followLink(scene, setup.people.alice.email);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'come before everything where everybody agrees; who declines can use the link later',
    scene(async (scene) => {
      const { I, app, qa, setup } = scene;
      const { alice } = setup.people;
      await qa.preset('manual-terms');
      const { link } = await qa.magicLink(alice.email);
      await I.visit(new URL(link, setup.appAddress).href);
      await I.see(terms);
      await I.press('Cancel');
      await I.seeHeading('Sign in to your account');
      await I.visit(new URL(link, setup.appAddress).href);
      await I.press('Agree');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'are agreed to once, by newcomers, too',
    scene(async (scene) => {
      const { I, app, qa, setup } = scene;
      await qa.preset('manual-terms');
      await followLink(scene, setup.stranger.email);
      await I.press('Agree');
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );
});

describe('Somebody whom a link brings and who has to tell more', () => {
  async function bring(scene: Scene): Promise<void> {
    await scene.qa.preset('password-needed');
    await followLink(scene, scene.setup.stranger.email);
    await scene.I.seeHeading('Set password');
  }

  it(
    'may load the page anew before telling it',
    scene(async (scene) => {
      const { I, app, setup } = scene;
      const { password, email } = setup.stranger;
      await bring(scene);
      await I.reload();
      await I.seeHeading('Set password');
      await I.seeField('newPassword', { focused: true });
      await I.keys(password);
      await I.tabToField('confirmPassword');
      await I.keys(password);
      await I.pressKey('Enter');
      await app.seeSignedIn({ email });
    }),
  );

  it(
    'who goes back follows the link no second time',
    scene(async (scene) => {
      const { I } = scene;
      await bring(scene);
      I.traffic.clear();
      await I.goBack();
      await I.see('You are not signed in');
      await I.goForward();
      await I.seeHeading('Set password');
      assert.deepEqual(
        I.traffic.calls().filter((call) => call.includes('one-time-token')),
        [],
      );
    }),
  );

  it(
    'who presses "Back" is at the sign-in screen',
    scene(async (scene) => {
      const { I, app, setup } = scene;
      await bring(scene);
      await I.press('Back');
      await I.seeHeading('Sign in to your account');
      await I.replace('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.type('password', setup.people.alice.password);
      await I.press('Continue');
      // The server still knows of the link, and that it is for somebody else.
      await I.seeHeading('Switch account');
      await I.seeLink('Back to current account');
      await app.open();
      await I.press('Sign in');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});
