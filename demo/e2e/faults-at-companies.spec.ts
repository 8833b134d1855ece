import { describe, it } from 'node:test';
import { intercept } from './support/interception.ts';
import { ProviderPage } from './support/provider-page.ts';
import { covered, goToCompany } from './support/single-sign-on.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

const invalid = 'The authorization is invalid';
const serviceFailed = 'The service behind this option did not answer as expected.';

async function goToAcme({ I, app, qa }: Pick<Fixtures, 'I' | 'app' | 'qa'>, email = 'erin@acme.example'): Promise<void> {
  await qa.preset('single-sign-on');
  await app.startSignIn();
  const company = await goToCompany(I, email);
  await company.see('Acme');
}

describe('Enterprise SSO at a company', () => {
  it(
    'can be cancelled: the sign-in screen shows a message, and the next try works',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await goToAcme(fixtures);
      await new ProviderPage(I).cancel();
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('You cancelled at Acme.');
      await I.seeAddress(`/sign-in?app_id=${setup.appId}`);
      await I.see(covered);
      await I.press('Single Sign-On');
      await new ProviderPage(I).allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );

  it(
    'leaves an unverified e-mail address out of the new account',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await goToAcme(fixtures, 'hank@acme.example');
      await new ProviderPage(I).allowAs('acme-hank');
      const { email } = await app.seeSignedIn({ name: 'Hank Acme' });
      // Servers leave the claim out, or say null.
      if (email !== undefined && email !== 'null') throw new Error(`Nobody vouched for ${email}.`);
    }),
  );

  for (const [what, fault, said] of [
    ['gives a code that is none', { status: 500, code: 'connector.authorization_failed' }, serviceFailed],
    ['answers garbage', { status: 500, code: 'connector.general', data: '{"errcode":40001}' }, serviceFailed],
    [
      'answers JSON that ends too early',
      { malformed: true },
      'The answer of the sign-in service was incomplete or could not be read.',
    ],
    ['has forgotten the session', { status: 400, code: 'session.connector_validation_session_not_found' }, invalid],
  ] as const) {
    it(
      `shows an error when the company ${what}, and the next try works`,
      withPage(
        async (fixtures) => {
          const { I, app, qa } = fixtures;
          await goToAcme(fixtures);
          await qa.faults({ endpoint: 'POST /api/experience/verification/sso/*', ...fault, times: 1 });
          await new ProviderPage(I).allowAs('acme-erin');
          await I.see(said);
          await I.dontSee('errcode');
          await app.startSignIn();
          const company = await goToCompany(I, 'erin@acme.example');
          await company.allowAs('acme-erin');
          await app.seeSignedIn({ email: 'erin@acme.example' });
        },
        { expectedErrors: /^ApiError/ },
      ),
    );
  }
});

describe('A company whose provider cannot be reached', () => {
  it(
    'shows an error on the current screen, and another method works',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('single-sign-on-broken');
      await app.startSignIn();
      await I.type('identifier', 'erin@acme.example');
      await I.see(covered);
      await I.press('Single Sign-On');
      await I.seeAlert(serviceFailed);
      await I.dontSee('nowhere.example');
      await I.seeFocusKept();
      await I.seeButton('Single Sign-On');
      await I.replace('identifier', alice.username);
      await I.press('Sign in');
      await I.type('password', alice.password);
      await I.press('Continue');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'leads from direct sign-in to the sign-in screen',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on-broken');
      await app.leaveForSignIn({ direct_sign_in: 'sso:sso-acme' });
      await I.seeHeading('Sign in to your account');
      await I.seeAlert(serviceFailed);
    }),
  );

  it(
    'leads only to http(s) addresses',
    withPage(async ({ I, app, page, qa }) => {
      await qa.preset('single-sign-on');
      await app.startSignIn();
      await intercept(page, (request) =>
        /^\/api\/experience\/verification\/sso\/[^/]+\/authorization-uri$/.test(new URL(request.url()).pathname)
          ? { body: { authorizationUri: 'javascript:document.write("gone")', verificationId: 'verification' } }
          : undefined,
      );
      await goToCompany(I, 'erin@acme.example');
      await I.see('The next address is not safe to open');
      await I.press('Back to sign in');
      await I.seeHeading('Sign in to your account');
    }),
  );
});

describe('An unsolicited response of a company', () => {
  for (const [what, state] of [
    ['without a state', ''],
    ['with the state of another one', '&state=made-up'],
  ] as const) {
    it(
      `is rejected, ${what}: the sign-in screen shows an error and works`,
      withPage(async (fixtures) => {
        const { I, app, setup } = fixtures;
        await goToAcme(fixtures);
        await I.visit(`${setup.origin}/callback/sso-acme?code=somebody-elses${state}`);
        await I.seeHeading('Sign in to your account');
        await I.seeAlert(invalid);
        if (I.traffic.calls().some((call) => call.includes('/sso-acme/verify'))) throw new Error('It was sent to the server.');
        const company = await goToCompany(I, 'erin@acme.example');
        await company.allowAs('acme-erin');
        await app.seeSignedIn({ email: 'erin@acme.example' });
      }),
    );
  }

  it(
    'works once: a second time the sign-in screen shows an error',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await goToAcme(fixtures);
      await new ProviderPage(I).allowAs('acme-erin');
      await app.seeSignedIn();
      const callback = I.traffic.requests.find(({ url }) => url.origin === setup.origin && url.pathname.startsWith('/callback/'));
      await app.signOut();
      await app.startSignIn();
      await I.visit(callback?.url.href ?? `${setup.origin}/none`);
      await I.seeHeading('Already in use');
      await I.press('Back to sign in');
      await I.seeHeading('Sign in to your account');
    }),
  );
});

describe('A person with a company account but none at the tenant', () => {
  it(
    'sees a message where registration is disabled, and can sign in another way',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { alice } = setup.people;
      await fixtures.qa.preset('single-sign-on-sign-in-only');
      await app.startSignIn();
      const company = await goToCompany(I, 'gina@acme.example');
      await company.allowAs('acme-gina');
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('No account belongs to this sign-in yet, and none can be made here.');
      await I.replace('identifier', alice.username);
      await I.press('Sign in');
      await I.type('password', alice.password);
      await I.press('Continue');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'gets an account only after agreement to the terms, where new accounts need that',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await qa.settings({ agreeToTermsPolicy: 'ManualRegistrationOnly' });
      await app.startSignIn();
      const company = await goToCompany(I, 'gina@acme.example');
      await company.allowAs('acme-gina');
      await I.see('please agree to the');
      await I.press('Cancel');
      await I.seeHeading('Sign in to your account');
      const accounts = await qa.users();
      if (accounts.some(({ primaryEmail }) => primaryEmail === 'gina@acme.example')) throw new Error('An account was made.');
      await I.see(covered);
      await I.press('Single Sign-On');
      await company.allowAs('acme-gina');
      await I.press('Agree');
      await app.seeSignedIn({ email: 'gina@acme.example' });
    }),
  );

  it(
    'who has an account after all is not asked for the terms there',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await qa.settings({ agreeToTermsPolicy: 'ManualRegistrationOnly' });
      await app.startSignIn();
      const company = await goToCompany(I, 'erin@acme.example');
      await company.allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );

  it(
    'agrees to the terms once, before the redirect, where everybody has to',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on-terms');
      await app.startSignIn();
      await goToCompany(I, 'gina@acme.example');
      await I.see('please agree to the');
      await I.press('Cancel');
      await I.seeField('identifier', { value: 'gina@acme.example' });
      await I.press('Single Sign-On');
      await I.press('Agree');
      await new ProviderPage(I).allowAs('acme-gina');
      await app.seeSignedIn({ email: 'gina@acme.example' });
    }),
  );
});
