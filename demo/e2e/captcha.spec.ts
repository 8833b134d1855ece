import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PresetName } from '../server/experience/presets.ts';
import { preferColorScheme, styleOf } from './support/styles.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { box, captchaScripts, solve } from './support/captcha.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

async function openFirstScreen({ app, qa }: Pick<Fixtures, 'app' | 'qa'>, preset: PresetName): Promise<void> {
  await qa.preset(preset);
  await app.startSignIn();
}

/** Sends a phone number from the first screen of a tenant that asks for a captcha. */
async function sendPhone({ I, app, qa, setup }: Fixtures, preset: PresetName = 'captcha'): Promise<void> {
  await openFirstScreen({ app, qa }, preset);
  await I.type('identifier', `+${setup.people.alice.phone}`);
  await I.press('Sign in');
}

describe('A captcha', () => {
  for (const [what, preset, script] of [
    ['of Turnstile', 'captcha', '/challenges.cloudflare.com/turnstile/v0/api.js'],
    ['with a box to tick', 'captcha-checkbox', '/www.google.com/recaptcha/enterprise.js'],
    ['from another domain', 'captcha-other-domain', '/recaptcha.net/recaptcha/enterprise.js'],
  ] as const) {
    it(
      `${what} takes the focus, is solved by keyboard, disappears, and the code is sent`,
      withPage(async (fixtures) => {
        const { I, app, setup } = fixtures;
        const { phone } = setup.people.alice;
        await openFirstScreen(fixtures, preset);
        assert.deepEqual(captchaScripts(I), [], 'It is loaded before anybody needs it.');
        await I.type('identifier', `+${phone}`);
        await I.pressKey('Enter');
        await I.see(box);
        assert.equal(
          await I.page.evaluate(() => document.activeElement?.closest('[role=group]')?.getAttribute('aria-label')),
          'Confirm that you are a person',
        );
        await solve(I);
        await I.see(`+${phone}`);
        await I.seeHeading('Verify your phone number');
        await I.dontSee(box);
        assert.deepEqual(captchaScripts(I), [script]);
        await I.type('passcode', await setup.receiveCode(phone));
        await app.seeSignedIn({ username: 'alice' });
      }),
    );
  }

  it(
    'without a user interface needs no interaction',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await sendPhone(fixtures, 'captcha-invisible');
      await I.seeHeading('Verify your phone number');
      await I.dontSee(box);
      await I.type('passcode', await setup.receiveCode(setup.people.alice.phone));
      await app.seeSignedIn({ username: 'alice' });
    }),
  );

  it(
    'without interaction does not move the focus',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      await qa.captcha('solve');
      await sendPhone(fixtures);
      await I.seeHeading('Verify your phone number');
      await I.seeField('passcode', { focused: true });
    }),
  );

  it(
    'is above the button, in the language and the colours of the page',
    withPage(async ({ I, app, page, qa, setup }) => {
      await preferColorScheme(page, 'dark');
      await qa.preset('captcha');
      await app.startSignIn({ ui_locales: 'zh-CN' });
      await I.type('identifier', `+${setup.people.alice.phone}`);
      await I.pressKey('Enter');
      await I.see(box);
      const { theme, language, isAbove } = await page.$eval('.sie-captcha label', (label) => {
        const { theme, language } = (label as HTMLElement).dataset;
        const button = document.querySelector('button[type=submit]');
        return { theme, language, isAbove: label.getBoundingClientRect().bottom <= (button?.getBoundingClientRect().top ?? 0) };
      });
      assert.deepEqual({ theme, language, isAbove }, { theme: 'dark', language: 'zh-CN', isAbove: true });
      assert.equal(await styleOf(page, '.sie-captcha', 'display'), 'block');
    }),
  );

  it(
    'is requested once, however often Enter is pressed',
    withPage(async (fixtures) => {
      const { I, qa, setup } = fixtures;
      const { phone } = setup.people.alice;
      await qa.captcha('solve');
      await openFirstScreen(fixtures, 'captcha');
      await I.type('identifier', `+${phone}`);
      await I.pressKey('Enter');
      await I.pressKey('Enter');
      await I.pressKey('Enter');
      await I.seeHeading('Verify your phone number');
      assert.equal(I.traffic.calls().filter((call) => call === 'PUT /api/experience').length, 1);
      assert.equal((await qa.outbox(phone)).length, 1);
    }),
  );

  it(
    'comes after the terms',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      await qa.preset('captcha');
      await qa.settings({ agreeToTermsPolicy: 'Manual' });
      await fixtures.app.startSignIn();
      await I.type('identifier', `+${fixtures.setup.people.alice.phone}`);
      await I.pressKey('Enter');
      await I.see('please agree to the');
      await I.dontSee(box);
      await I.pressKey('Enter');
      await solve(I);
      await I.seeHeading('Verify your phone number');
    }),
  );
});
