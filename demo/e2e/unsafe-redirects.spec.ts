import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { intercept, isCall } from './support/interception.ts';
import { goToPassword } from './support/password-step.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

describe('An unsafe redirect', () => {
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
