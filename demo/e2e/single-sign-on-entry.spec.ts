import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { intercept, isCall } from './support/interception.ts';
import { ProviderPage } from './support/provider-page.ts';
import { covered } from './support/single-sign-on.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

describe('An app whose people all come from companies', () => {
  it(
    'may begin with the form for their addresses; everything else is one link away',
    withPage(async ({ I, app, qa, setup }) => {
      await qa.preset('single-sign-on');
      await app.startSignIn({ first_screen: 'single_sign_on' });
      await I.seeHeading('Single Sign-On');
      await I.seeAddress(`/single-sign-on?app_id=${setup.appId}`);
      await I.seeField('identifier', { focused: true });
      assert.equal(await I.query('[data-step] button[aria-label=Back]'), null);
      await I.press('All sign-in options');
      await I.seeHeading('Sign in to your account');
      await I.goBack();
      await I.see('Enter your enterprise email address');
      await I.type('identifier', 'erin@acme.example');
      await I.press('Single Sign-On');
      await new ProviderPage(I).allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );

  it(
    'may begin there with an address that it knows',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await app.startSignIn({ first_screen: 'single_sign_on', login_hint: 'erin@acme.example' });
      await I.seeField('identifier', { value: 'erin@acme.example' });
      await I.reload();
      await I.seeField('identifier', { value: 'erin@acme.example' });
      await I.press('Single Sign-On');
      await new ProviderPage(I).see('Acme');
    }),
  );

  it(
    'needs nothing else: a tenant with companies alone offers them',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on-only');
      await app.startSignIn();
      await I.press('Single Sign-On');
      await I.type('identifier', 'erin@acme.example');
      await I.press('Single Sign-On');
      await new ProviderPage(I).allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );

  it(
    'gets the sign-in screen where the tenant has no companies',
    withPage(async ({ I, app }) => {
      await app.startSignIn({ first_screen: 'single_sign_on' });
      await I.seeHeading('Sign in to your account');
      await I.dontSee('Single Sign-On');
    }),
  );

  it(
    'may hint at an address, which is looked up as if typed',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await app.startSignIn({ login_hint: 'erin@acme.example' });
      await I.see(covered);
      await I.press('Single Sign-On');
      await new ProviderPage(I).see('Acme');
    }),
  );
});

describe('A sign-in that begins at a company', () => {
  it(
    'is there at once, without a screen of ours; back leads to the app',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await app.leaveForSignIn({ direct_sign_in: 'sso:sso-acme' });
      await new ProviderPage(I).see('Acme');
      await I.goBack();
      await I.see('You are not signed in');
      await app.leaveForSignIn({ direct_sign_in: 'sso:sso-acme' });
      await new ProviderPage(I).allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );

  it(
    'may begin at the company’s own portal',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await app.leaveForSignIn({ direct_sign_in: 'sso:sso-acme' });
      await new ProviderPage(I).see('Acme');
      const { origin } = await I.address();
      await I.visit(`${origin}/login.acme.example/portal`);
      await new ProviderPage(I).see('Acme');
      await new ProviderPage(I).allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );

  it(
    'falls back to the screen that the app named, where there is no such company',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await app.leaveForSignIn({ direct_sign_in: 'sso:nobody', first_screen: 'register' });
      await I.seeHeading('Create your account');
      await I.goBack();
      await I.see('You are not signed in');
      await app.leaveForSignIn({ direct_sign_in: 'sso:nobody' });
      await I.seeHeading('Sign in to your account');
    }),
  );

  it(
    'asks for the terms first where one has to agree to them; without it there is the sign-in screen',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on-terms');
      await app.leaveForSignIn({ direct_sign_in: 'sso:sso-acme' });
      await I.see('please agree to the');
      await I.press('Cancel');
      await I.seeHeading('Sign in to your account');
      await app.leaveForSignIn({ direct_sign_in: 'sso:sso-acme' });
      await I.press('Agree');
      await new ProviderPage(I).allowAs('acme-gina');
      await app.seeSignedIn({ email: 'gina@acme.example' });
    }),
  );
});

describe('An address that only the server knows to be a company’s', () => {
  const connectors = 'GET /api/experience/sso-connectors';

  it(
    'leads to the company after the password, and says why',
    withPage(async ({ I, app, qa, page, setup }) => {
      await qa.preset('single-sign-on');
      await app.startSignIn();
      await intercept(page, (request) => (isCall(request, connectors) ? { body: { connectorIds: [] } } : undefined));
      await I.type('identifier', 'frank@acme.example');
      await I.press('Sign in');
      await I.type('password', setup.people.alice.password);
      await I.press('Continue');
      await I.seeAlert(covered);
      await I.press('Continue with Acme');
      await new ProviderPage(I).allowAs('acme-frank');
      await app.seeSignedIn({ email: 'frank@acme.example' });
    }),
  );

  it(
    'leads to the company after the code, too, when an account is made',
    withPage(async ({ I, app, qa, page, setup }) => {
      await qa.preset('single-sign-on');
      await app.startSignIn({ first_screen: 'register' });
      await intercept(page, (request) => (isCall(request, connectors) ? { body: { connectorIds: [] } } : undefined));
      await I.type('identifier', 'gina@acme.example');
      await I.press('Create account');
      await I.type('passcode', await setup.receiveCode('gina@acme.example'));
      await I.seeAlert(covered);
      await I.press('Continue with Acme');
      await new ProviderPage(I).allowAs('acme-gina');
      await app.seeSignedIn({ email: 'gina@acme.example' });
    }),
  );

  it(
    'is looked up again when the form is sent before the answer is there',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await qa.faults({ endpoint: connectors, status: 500, times: 1 });
      await app.startSignIn();
      await I.type('identifier', 'erin@acme.example');
      await I.press('Sign in');
      await new ProviderPage(I).see('Acme');
    }),
  );

  it(
    'is signed in with its password as far as that goes, while the look-up fails: the server insists',
    withPage(
      async ({ I, app, qa, setup }) => {
        await qa.preset('single-sign-on');
        await qa.faults({ endpoint: connectors, status: 500 });
        await app.startSignIn();
        await I.type('identifier', 'frank@acme.example');
        await I.press('Sign in');
        await I.type('password', setup.people.alice.password);
        await I.press('Continue');
        await I.seeAlert(covered);
        await I.press('Continue with Acme');
        await new ProviderPage(I).see('Acme');
      },
      { expectedErrors: /^ApiError/ },
    ),
  );

  it(
    'can be sent again after a connection failure',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await qa.faults({ endpoint: connectors, offline: true });
      await app.startSignIn();
      await I.type('identifier', 'erin@acme.example');
      await I.press('Sign in');
      await I.seeAlert('You seem to be offline');
      await I.seeButton('Sign in');
      await qa.faults();
      await I.press('Sign in');
      await new ProviderPage(I).see('Acme');
    }),
  );
});
