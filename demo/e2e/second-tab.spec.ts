import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { intercept, isCall } from './support/interception.ts';
import { ProviderPage } from './support/provider-page.ts';
import { enter, openTabAt, steps } from './support/second-tab.ts';
import { covered, goToCompany } from './support/single-sign-on.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const box = 'I am human (captcha stand-in)';

describe('A captcha', () => {
  it(
    'that waits in one tab is asked for in another, too; the first still can be solved',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { phone } = setup.people.alice;
      await qa.preset('captcha');
      await app.startSignIn();
      await enter(I, `+${phone}`);
      await I.see(box);
      const tab = await openTabAt(fixtures, '/sign-in/verification-code');
      await tab.seeHeading('Sign in to your account');
      await enter(tab, `+${phone}`);
      await tab.see(box);
      await I.tick(box);
      await I.type('passcode', await setup.receiveCode(phone));
      await app.seeSignedIn();
      assert.deepEqual(steps(tab), []);
    }),
  );

  for (const [path, field] of [
    ['/sign-in', 'phone'],
    ['/register', 'email'],
    ['/forgot-password', 'email'],
  ] as const) {
    it(
      `that one tab has solved is none for another: ${path} asks for its own`,
      withPage(async (fixtures) => {
        const { I, app, qa, setup } = fixtures;
        await qa.preset('captcha');
        await qa.settings({ forgotPasswordMethods: ['EmailVerificationCode'] });
        await app.startSignIn();
        await enter(I, `+${setup.people.alice.phone}`);
        await I.tick(box);
        await I.seeHeading('Verify your phone number');
        const tab = await openTabAt(fixtures, path);
        await enter(tab, field === 'phone' ? `+${setup.stranger.phone}` : setup.stranger.email);
        await tab.see(box);
        assert.deepEqual(steps(tab), []);
      }),
    );
  }

  it(
    'is asked for again by whoever goes back and sends once more; Enter and quick submits get nothing past it',
    withPage(async ({ I, app, page, qa, setup }) => {
      const { phone } = setup.people.alice;
      await qa.preset('captcha');
      await app.startSignIn();
      await enter(I, `+${phone}`);
      await I.tick(box);
      await I.seeHeading('Verify your phone number');
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      I.traffic.clear();
      await I.press('Sign in');
      await I.see(box);
      await (await I.field('identifier')).focus();
      await I.pressKey('Enter');
      await page.$eval('form', (form) => {
        form.requestSubmit();
        form.requestSubmit();
      });
      assert.deepEqual(steps(I), []);
      await I.tick(box);
      await I.seeHeading('Verify your phone number');
      assert.equal(steps(I).filter((call) => call === 'PUT /api/experience').length, 1);
    }),
  );
});

describe('The company of an address', () => {
  it(
    'is the way on in a tab that opens the next step’s address, too; Enter, pressed twice, leads there once',
    withPage(async (fixtures) => {
      const { I, app, qa } = fixtures;
      await qa.preset('single-sign-on');
      await app.startSignIn();
      await I.type('identifier', 'frank@acme.example');
      await I.see(covered);
      const tab = await openTabAt(fixtures, '/sign-in/password');
      await tab.seeHeading('Sign in to your account');
      await qa.faults({ endpoint: 'GET /api/experience/sso-connectors', latency: 1000 });
      await enter(tab, 'frank@acme.example');
      await tab.pressKey('Enter');
      await new ProviderPage(tab).see('Acme');
      assert.equal(steps(tab).filter((call) => call.endsWith('/authorization-uri')).length, 1);
      assert.ok(!steps(tab).includes('POST /api/experience/verification/password'));
    }),
  );

  it(
    'stays the only way in for whom recovers a password in another tab',
    withPage(async (fixtures) => {
      const { I, app, page, qa, setup } = fixtures;
      const email = 'frank@acme.example';
      await qa.preset('single-sign-on');
      await qa.settings({ forgotPasswordMethods: ['EmailVerificationCode'] });
      await app.startSignIn();
      await I.type('identifier', email);
      await I.see(covered);
      const tab = await openTabAt(fixtures, '/forgot-password');
      await enter(tab, email);
      await tab.type('passcode', await setup.receiveCode(email));
      await tab.type('newPassword', setup.stranger.password);
      await tab.press('Save password');
      await tab.see('Password changed');
      // A page that never hears of the company gets no further with the password that works now.
      await intercept(page, (request) =>
        isCall(request, 'GET /api/experience/sso-connectors') ? { body: { connectorIds: [] } } : undefined,
      );
      await I.reload();
      await enter(I, email);
      await I.type('password', setup.stranger.password);
      await I.press('Continue');
      await I.seeAlert(covered);
      await I.press('Continue with Acme');
      await new ProviderPage(I).allowAs('acme-frank');
      await app.seeSignedIn({ email });
    }),
  );

  it(
    'signs nobody in whose interaction another tab replaced; the page shows an error, and a retry works',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('single-sign-on');
      await app.startSignIn();
      const company = await goToCompany(I, 'erin@acme.example');
      await company.see('Acme');
      const tab = await openTabAt(fixtures, '/sign-in');
      await enter(tab, `+${setup.people.alice.phone}`);
      await tab.seeHeading('Verify your phone number');
      await company.allowAs('acme-erin');
      await I.seeHeading('Sign in to your account');
      await (await goToCompany(I, 'erin@acme.example')).allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );
});
