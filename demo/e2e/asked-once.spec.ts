import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { installClock } from './support/clock.ts';
import { ProviderPage } from './support/provider-page.ts';
import { needs, onlyEmbedded } from './support/real-limits.ts';
import { covered } from './support/single-sign-on.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

describe('A solved captcha', () => {
  it(
    'is not requested again for another code, and that code signs in',
    withPage(async ({ I, app, page, qa, setup }) => {
      const { phone } = setup.people.alice;
      const box = 'I am human (captcha stand-in)';
      const clock = await installClock(page);
      await qa.preset('captcha');
      await app.startSignIn();
      await I.type('identifier', `+${phone}`);
      await I.press('Sign in');
      await I.tick(box);
      await I.seeHeading('Verify your phone number');
      await setup.receiveCode(phone);
      I.traffic.clear();
      await clock.advance(60_000);
      await I.press('Resend verification code');
      await I.see('Resend after');
      await I.dontSee(box);
      assert.deepEqual(I.traffic.calls(), ['POST /api/experience/verification/verification-code']);
      await I.type('passcode', await setup.receiveCode(phone));
      await app.seeSignedIn({ username: 'alice' });
    }),
  );
});

for (const platform of ['ios', 'android'] as const) {
  describe(`In an app on ${platform}, a company`, () => {
    it(
      'is opened once in the system browser; the web view keeps its screen until the person is back',
      withPage(async ({ I, page, qa, setup }) => {
        onlyEmbedded(needs.shell);
        await qa.preset('single-sign-on');
        await I.visit(`${setup.origin}/native-shell?platform=${platform}`);
        await until('the shell', () => page.$('body[data-ready]'));
        await I.press('Sign in');
        const webView = await I.inFrame('Web view');
        await webView.type('identifier', 'erin@acme.example');
        await webView.see(covered);
        I.traffic.clear();
        await webView.press('Single Sign-On');
        const landing = new URL(await I.seeLink('Continue'));
        assert.equal(landing.pathname, '/social/landing/sso-acme');
        assert.match(landing.searchParams.get('redirect_to') ?? '', /acme/);
        await webView.seeHeading('Sign in to your account');
        await webView.seeButton('Single Sign-On');
        const browser = await I.inNewTab(() => I.follow('Continue'));
        await new ProviderPage(browser).see('Acme');
        // The web view, in the same page for the browser, asked once and went nowhere.
        assert.deepEqual(
          I.traffic.requests
            .filter(({ url }) => !url.pathname.startsWith('/assets/'))
            .map(({ method, url }) => method + url.pathname),
          ['PUT/api/experience', 'POST/api/experience/verification/sso/sso-acme/authorization-uri'],
        );
        await new ProviderPage(browser).allowAs('acme-erin');
        await I.see('You are signed in');
        await I.see('erin@acme.example');
      }),
    );
  });
}
