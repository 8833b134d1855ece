import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import { covered, typeAddress, type SsoFixtures } from './support/single-sign-on.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** Servers give ids of their own. */
const accountOf = async ({ qa }: SsoFixtures, email: string): Promise<string | undefined> =>
  (await qa.users()).find(({ primaryEmail }) => primaryEmail === email)?.id;

describe('An address whose company signs its people in itself', () => {
  it(
    'is noticed while one types: there is one button, and it leads there and back signed in',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      const id = await accountOf(fixtures, 'erin@acme.example');
      await typeAddress(fixtures, 'erin@acme.example');
      await I.dontSee('Continue with DingTalk');
      await I.dontSee('Create account');
      await I.seeField('identifier', { focused: true, error: '' });
      await I.press('Single Sign-On');
      await new ProviderPage(I).see('Acme');
      await new ProviderPage(I).allowAs('acme-erin');
      const { sub } = await app.seeSignedIn({ email: 'erin@acme.example' });
      assert.equal(sub, id);
    }),
  );

  it(
    'needs no mouse: Enter in the field leads there',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await typeAddress(fixtures, 'erin@acme.example');
      await I.pressKey('Enter');
      await new ProviderPage(I).see('Acme');
      await I.tabTo('button', 'Allow');
      await I.pressKey('Enter');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );

  it(
    'gives all ways back as soon as it becomes another one',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await typeAddress(fixtures, 'erin@acme.example');
      await I.replace('identifier', setup.people.alice.username);
      await I.dontSee(covered);
      await I.seeButton('Continue with DingTalk');
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      await I.type('password', setup.people.alice.password);
      await I.press('Continue');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'asks for no password where the form would have one',
    withPage(async ({ I, app, qa, setup }) => {
      const { alice } = setup.people;
      await qa.preset('single-sign-on');
      const method = { password: true, verificationCode: false, isPasswordPrimary: true };
      await qa.settings({ signIn: { methods: ['username', 'email'].map((identifier) => ({ identifier, ...method })) } });
      await app.startSignIn();
      await I.type('identifier', 'erin@acme.example');
      await I.see(covered);
      await I.dontSee('Password');
      await I.replace('identifier', alice.username);
      await I.dontSee(covered);
      await I.type('password', alice.password);
      await I.press('Sign in');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'is noticed where accounts are made, too, and makes one',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('single-sign-on');
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', 'gina@acme.example');
      await I.see(covered);
      await I.press('Single Sign-On');
      await new ProviderPage(I).allowAs('acme-gina');
      await app.seeSignedIn({ email: 'gina@acme.example', name: 'Gina Acme' });
    }),
  );

  it(
    'leads to the account that has it already',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      const id = await accountOf(fixtures, 'frank@acme.example');
      await typeAddress(fixtures, 'frank@acme.example');
      await I.press('Single Sign-On');
      await new ProviderPage(I).allowAs('acme-frank');
      const { sub } = await app.seeSignedIn({ email: 'frank@acme.example' });
      assert.equal(sub, id);
    }),
  );

  it(
    'still stands there when the person comes back from the company, and leads there again',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await typeAddress(fixtures, 'erin@acme.example');
      await I.press('Single Sign-On');
      await new ProviderPage(I).see('Acme');
      await I.goBack();
      await I.seeHeading('Sign in to your account');
      await I.see(covered);
      await I.seeField('identifier', { value: 'erin@acme.example' });
      await I.press('Single Sign-On');
      await new ProviderPage(I).allowAs('acme-erin');
      await app.seeSignedIn({ email: 'erin@acme.example' });
    }),
  );
});
