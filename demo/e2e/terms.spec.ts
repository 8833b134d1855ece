import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const question = 'To proceed, please agree to the';

/** Calls by which a person gets further; what is only looked up is none. */
const steps = ({ I }: Pick<Fixtures, 'I'>) =>
  I.traffic.calls().filter((call) => call.includes('/api/experience') && !call.includes('sso-connectors'));

/** Ways in, each up to the press after which something would be sent. */
const ways: Readonly<Record<string, (fixtures: Fixtures) => Promise<void>>> = {
  'the identifier': async ({ I, setup }) => {
    await I.type('identifier', `+${setup.people.alice.phone}`);
    await I.press('Sign in');
  },
  'Enter in the identifier': async ({ I, setup }) => {
    await I.type('identifier', `+${setup.people.alice.phone}`);
    await I.pressKey('Enter');
  },
  'a provider': ({ I }) => I.press('Continue with DingTalk'),
};

describe('Where everybody has to agree to the terms', () => {
  for (const [way, go] of Object.entries(ways)) {
    it(
      `${way} asks first, and sends nothing before`,
      withPage(async (fixtures) => {
        const { I, app, qa } = fixtures;
        await qa.preset('manual-terms');
        await app.startSignIn();
        I.traffic.clear();
        await go(fixtures);
        await I.see(question);
        assert.deepEqual(steps(fixtures), []);
        await I.press('Cancel');
        await I.dontSee(question);
        assert.deepEqual(steps(fixtures), []);
        await I.seeHeading('Sign in to your account');
      }),
    );
  }

  it(
    'agreeing goes on with what was begun, and is not asked for again, not after a reload either',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('manual-terms');
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await I.press('Agree');
      await new ProviderPage(I).cancel();
      await I.seeHeading('Sign in to your account');
      await I.reload();
      await I.type('identifier', `+${setup.people.alice.phone}`);
      await I.press('Sign in');
      await I.seeHeading('Verify your phone number');
      await I.dontSee(question);
      await I.type('passcode', await setup.receiveCode(setup.people.alice.phone));
      await app.seeSignedIn();
    }),
  );

  it(
    'a tick before is as good, and a tick taken back is none',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const box = 'I have read and agree to the Terms of Use and Privacy Policy';
      await qa.preset('manual-terms');
      await app.startSignIn();
      await I.tick(box);
      await I.tick(box);
      await I.type('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.see(question);
      await I.press('Cancel');
      await I.tick(box);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
    }),
  );

  it(
    'two quick presses ask once and send nothing',
    withPage(async (fixtures) => {
      const { I, app, qa, page, setup } = fixtures;
      await qa.preset('manual-terms');
      await app.startSignIn();
      await I.type('identifier', `+${setup.people.alice.phone}`);
      I.traffic.clear();
      await page.evaluate(() => {
        const form = document.querySelector('form');
        form?.requestSubmit();
        form?.requestSubmit();
        document.querySelector<HTMLButtonElement>('sie-social-buttons button')?.click();
      });
      await I.see(question);
      assert.equal((await page.$$('dialog[open]')).length, 1);
      assert.deepEqual(steps(fixtures), []);
    }),
  );

  it(
    'an address typed by hand leads nowhere without it',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('manual-terms');
      await app.startSignIn();
      for (const path of ['/sign-in/password', '/sign-in/verification-code', '/register/verification-code']) {
        await I.visit(`${setup.origin}${path}?app_id=${setup.appId}`);
        await I.see('Terms of Use');
      }
      await I.visit(`${setup.origin}/continue/password?app_id=${setup.appId}`);
      await I.seeHeading('Set password');
      await I.type('newPassword', setup.stranger.password);
      await I.type('confirmPassword', setup.stranger.password);
      await I.press('Save password');
      await I.seeHeading('Your session has ended');
    }),
  );

  it(
    'a second tab asks for itself',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('manual-terms');
      await app.startSignIn();
      await I.type('identifier', setup.people.alice.username);
      await I.press('Sign in');
      await I.press('Agree');
      await I.seeHeading('Enter password');
      const { href } = await I.address();
      const tab = await I.openTab();
      await tab.visit(href.replace('/sign-in/password', '/sign-in'));
      await tab.type('identifier', `+${setup.people.alice.phone}`);
      await tab.press('Sign in');
      await tab.see(question);
    }),
  );

  it(
    'the app may send people to a provider at once: asked on the way, and declining leads to the sign-in screen',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('manual-terms');
      await app.leaveForSignIn({ direct_sign_in: 'social:dingtalk' });
      await I.see(question);
      await I.press('Cancel');
      await I.seeHeading('Sign in to your account');
      await app.leaveForSignIn({ direct_sign_in: 'social:dingtalk' });
      await I.press('Agree');
      await new ProviderPage(I).allowAs('chen');
      await app.seeSignedIn({ username: 'chen' });
    }),
  );

  it(
    'registering asks, too',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('manual-terms');
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', setup.stranger.email);
      I.traffic.clear();
      await I.pressKey('Enter');
      await I.see(question);
      assert.deepEqual(steps(fixtures), []);
      await I.press('Agree');
      await I.type('passcode', await setup.receiveCode(setup.stranger.email));
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );
});
