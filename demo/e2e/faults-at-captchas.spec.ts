import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PresetName } from '../server/experience/presets.ts';
import { shortenSlowRequestTimers } from './support/clock.ts';
import type { Person } from './support/person.ts';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { box } from './support/captcha.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const failed = 'Failed to perform captcha verification.';
const unreachable = 'The check that you are a person could not be loaded.';

const kinds: readonly (readonly [string, PresetName])[] = [
  ['Turnstile', 'captcha'],
  ['the invisible captcha', 'captcha-invisible'],
  ['the captcha with a box', 'captcha-checkbox'],
];

/** Sends a phone number from the first screen of a tenant that asks for a captcha. */
async function sendPhone({ I, app, qa, setup }: Fixtures, preset: PresetName): Promise<void> {
  await qa.preset(preset);
  await app.startSignIn();
  await I.type('identifier', `+${setup.people.alice.phone}`);
  await I.press('Sign in');
}

/** The form is as it was before it was sent, and can be sent again. */
async function seeFormAgain(I: Person): Promise<void> {
  await I.seeButton('Sign in');
  await I.dontSee(box);
  await I.seeFocusKept();
  await I.seeField('identifier', { readonly: false });
  assert.notEqual(await I.page.$eval('input[name=identifier]', (input) => input.value), '');
}

describe('A captcha that', () => {
  for (const [kind, preset] of kinds) {
    it(
      `fails shows an error, sends nothing, and can be retried (${kind})`,
      withPage(async (fixtures) => {
        const { I, qa } = fixtures;
        await qa.captcha('fail');
        await sendPhone(fixtures, preset);
        await I.seeAlert(failed);
        await seeFormAgain(I);
        assert.ok(!I.traffic.calls().includes('PUT /api/experience'), String(I.traffic.calls()));
        await I.press('Sign in');
        await I.seeAlert(failed);
        await qa.captcha('solve');
        await I.reload();
        await I.press('Sign in');
        await I.seeHeading('Verify your phone number');
      }),
    );

    it(
      `cannot be loaded shows an error at once, and loads on the next try (${kind})`,
      withPage(async (fixtures) => {
        const { I, qa } = fixtures;
        await qa.captcha('blocked');
        await sendPhone(fixtures, preset);
        await I.seeAlert(unreachable);
        await seeFormAgain(I);
        await qa.captcha('solve');
        await I.press('Sign in');
        await I.seeHeading('Verify your phone number');
      }),
    );

    it(
      `never loads shows an error within nine seconds, and loads on the next try (${kind})`,
      withPage(async (fixtures) => {
        const { I, qa } = fixtures;
        await qa.captcha('hang');
        await sendPhone(fixtures, preset);
        const since = performance.now();
        await I.seeAlert(unreachable);
        const waited = performance.now() - since;
        assert.ok(waited < 9000, `It took ${String(waited)} ms.`);
        await seeFormAgain(I);
        await qa.captcha('solve');
        await I.press('Sign in');
        await I.seeHeading('Verify your phone number');
      }),
    );
  }

  for (const [kind, preset] of kinds) {
    it(
      `the server rejects shows an error, and is requested again (${kind})`,
      withPage(async (fixtures) => {
        const { I, qa } = fixtures;
        await qa.captcha('refuse');
        await sendPhone(fixtures, preset);
        if (preset !== 'captcha-invisible') await I.tick(box);
        await I.seeAlert(failed);
        await seeFormAgain(I);
        await qa.captcha('ask');
        await I.reload();
        await I.press('Sign in');
        if (preset !== 'captcha-invisible') await I.tick(box);
        await I.seeHeading('Verify your phone number');
      }),
    );
  }

  it(
    'has no user interface and never responds shows an error within nine seconds',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      await qa.captcha('silent');
      await sendPhone(fixtures, 'captcha-invisible');
      const since = performance.now();
      await I.seeAlert(unreachable);
      assert.ok(performance.now() - since < 9000);
      await seeFormAgain(I);
    }),
  );

  it(
    'fails next to a password keeps the password, and is announced',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('captcha');
      await qa.captcha('blocked');
      await app.startSignIn();
      await I.type('identifier', alice.username);
      await I.press('Sign in');
      await I.type('password', alice.password);
      await I.pressKey('Enter');
      await I.seeAlert(unreachable);
      await I.seeField('password', { value: alice.password, focused: true });
      await qa.captcha('solve');
      await I.pressKey('Enter');
      await app.seeSignedIn({ username: alice.username });
    }),
  );
});

describe('While a captcha waits, the person', () => {
  it(
    'can go back',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('captcha');
      await app.startSignIn();
      await I.type('identifier', alice.username);
      await I.press('Sign in');
      await I.type('password', alice.password);
      await I.press('Continue');
      await I.see(box);
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      await I.dontSee(box);
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).see('DingTalk');
    }),
  );

  for (const [kind, preset] of kinds.filter(([, name]) => name !== 'captcha-invisible')) {
    it(
      `can stop waiting for it, correct the identifier, and sign in another way (${kind})`,
      withPage(async (fixtures) => {
        const { I, app, page, qa, setup } = fixtures;
        const { alice } = setup.people;
        await shortenSlowRequestTimers(page);
        await qa.captcha('silent');
        await sendPhone(fixtures, preset);
        await I.see(box);
        await I.press('Stop waiting');
        await seeFormAgain(I);
        await I.replace('identifier', alice.username);
        await I.press('Continue with DingTalk');
        await new ProviderPage(I).allowAs('chen');
        await app.seeSignedIn({ username: 'chen' });
      }),
    );
  }

  it(
    'gets the form back by a reload',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await sendPhone(fixtures, 'captcha');
      await I.see(box);
      await I.reload();
      await I.seeHeading('Sign in to your account');
      await I.dontSee(box);
      await I.press('Sign in');
      await I.tick(box);
      await I.seeHeading('Verify your phone number');
    }),
  );
});
