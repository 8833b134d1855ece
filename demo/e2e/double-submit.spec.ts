import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import { goToPassword } from './support/password-step.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

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
