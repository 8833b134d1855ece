import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import { typeAddress, type SsoFixtures } from './support/single-sign-on.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** The choice between two companies. */
async function goToChoice(fixtures: SsoFixtures): Promise<void> {
  const { I } = fixtures;
  await typeAddress(fixtures, 'ivy@shared.example');
  await I.press('Single Sign-On');
  await I.seeButton('Continue with Globex');
}

describe('An address that two enterprise SSO connectors cover', () => {
  it(
    'lets the person choose',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await goToChoice(fixtures);
      await I.seeHeading('Single Sign-On');
      await I.see('ivy@shared.example');
      await I.seeButton('Continue with Acme');
      await I.seeAddress(`/single-sign-on/connectors?app_id=${setup.appId}`);
      await I.press('Continue with Globex');
      await new ProviderPage(I).see('Globex');
      await new ProviderPage(I).allowAs('globex-ivy');
      await app.seeSignedIn({ email: 'ivy@globex.example' });
    }),
  );

  it(
    'keeps the choice through a reload and when one comes back from a company; back leads to the address',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await goToChoice(fixtures);
      await I.reload();
      await I.seeButton('Continue with Acme');
      await I.press('Continue with Globex');
      await new ProviderPage(I).see('Globex');
      await I.goBack();
      await I.seeButton('Continue with Acme');
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      await I.seeField('identifier', { value: 'ivy@shared.example' });
    }),
  );

  it(
    'needs no mouse',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await typeAddress(fixtures, 'ivy@shared.example');
      await I.pressKey('Enter');
      await I.seeHeading('Single Sign-On');
      await I.seeFocusKept();
      await I.tabTo('button', 'Continue with Globex');
      await I.pressKey('Enter');
      await new ProviderPage(I).allowAs('globex-ivy');
      await app.seeSignedIn({ email: 'ivy@globex.example' });
    }),
  );
});

describe('The form for company addresses', () => {
  async function open({ I, app, qa }: SsoFixtures): Promise<void> {
    await qa.preset('single-sign-on');
    await app.startSignIn();
    await I.press('Single Sign-On');
    await I.see('Enter your enterprise email address');
  }

  it(
    'leads to the company',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await open(fixtures);
      await I.seeAddress(`/single-sign-on/email?app_id=${setup.appId}`);
      await I.seeField('identifier', { focused: true });
      await I.keys('erin@acme.example');
      await I.pressKey('Enter');
      await new ProviderPage(I).see('Acme');
      await new ProviderPage(I).allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );

  for (const [what, typed, error] of [
    ['nothing', '', 'Email is required'],
    ['no address', 'erin', 'The email is invalid'],
    ['an address of no company', 'erin@example.com', 'Single Sign-On is not enabled for this email account.'],
  ] as const) {
    it(
      `says so beside the field when it gets ${what}; a company’s address will do`,
      withPage(async (fixtures) => {
        const { I } = fixtures;
        await open(fixtures);
        if (typed) await I.type('identifier', typed);
        await I.press('Single Sign-On');
        await I.seeField('identifier', { error, focused: true, value: typed });
        await I.replace('identifier', 'erin@acme.example');
        await I.seeField('identifier', { error: '' });
        await I.press('Single Sign-On');
        await new ProviderPage(I).see('Acme');
      }),
    );
  }

  it(
    'is there again after a reload and after the way back from the company; back leads to the sign-in screen',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await open(fixtures);
      await I.reload();
      await I.see('Enter your enterprise email address');
      await I.type('identifier', 'erin@acme.example');
      await I.press('Single Sign-On');
      await new ProviderPage(I).see('Acme');
      await I.goBack();
      await I.see('Enter your enterprise email address');
      await I.seeField('identifier', { value: 'erin@acme.example' });
      await I.press('Back');
      await I.seeHeading('Sign in to your account');
    }),
  );
});
