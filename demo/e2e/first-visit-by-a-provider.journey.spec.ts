import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

type Somebody = Parameters<ProviderPage['allowAs']>[0];

/** From the sign-in screen to a provider and back, as somebody. */
async function comeAs({ I, app }: Pick<Fixtures, 'I' | 'app'>, somebody: Somebody, provider = 'DingTalk'): Promise<void> {
  await app.startSignIn();
  await I.press(`Continue with ${provider}`);
  await new ProviderPage(I).allowAs(somebody);
}

describe('The first visit by a provider', () => {
  for (const provider of ['DingTalk', 'Alipay']) {
    it(
      `makes an account where nothing is missing (${provider}), which is there at the second visit`,
      withPage(async (fixtures) => {
        const { app } = fixtures;
        await comeAs(fixtures, 'newcomer', provider);
        const first = await app.seeSignedIn();
        await app.signOut();
        await comeAs(fixtures, 'newcomer', provider);
        await app.seeSignedIn({ sub: first['sub'] ?? '' });
      }),
    );
  }

  it(
    'asks for the address that is missing, and makes the account with it',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('email-needed');
      await comeAs(fixtures, 'newcomer', 'Alipay');
      await I.seeHeading('Link email');
      await I.seeAddress(`/continue/email?app_id=${setup.appId}`);
      await I.type('identifier', setup.stranger.email);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(setup.stranger.email));
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );

  it(
    'offers to link, when the address given belongs to an account: signed in to that one, also the next time',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { alice } = setup.people;
      await qa.preset('email-needed');
      await comeAs(fixtures, 'newcomer', 'Alipay');
      await I.type('identifier', alice.email);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(alice.email));
      await I.see(`The account with email ${alice.email} already exists. Would you like to link?`);
      await I.press('Link and continue');
      await app.seeSignedIn({ username: alice.username });
      await app.signOut();
      await comeAs(fixtures, 'newcomer', 'Alipay');
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'goes on with another address, when the person does not want to link',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      const { alice } = setup.people;
      await qa.preset('email-needed');
      await comeAs(fixtures, 'newcomer', 'Alipay');
      await I.type('identifier', alice.email);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(alice.email));
      await I.press('Cancel');
      await I.seeHeading('Link email');
      await I.replace('identifier', setup.stranger.email);
      await I.press('Continue');
      await I.type('passcode', await setup.receiveCode(setup.stranger.email));
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );

  it(
    'is refused where nobody may register: said on the sign-in screen, where another way works',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('sign-in-only');
      await comeAs(fixtures, 'newcomer');
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('No account belongs to this sign-in yet');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'is refused where the tenant blocks the address that the provider gives',
    withPage(async (fixtures) => {
      const { I, qa } = fixtures;
      await qa.preset('email-blocklist');
      await qa.settings({ emailBlocklistPolicy: { customBlocklist: ['newcomer@example.com'] } });
      await comeAs(fixtures, 'newcomer');
      await I.seeHeading('Sign in to your account');
      await I.seeAlert('newcomer@example.com');
    }),
  );
});

describe('A social identity with the address of an account', () => {
  it(
    'leads to a screen that names the account, masked; linking signs in to it, also the next time',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await comeAs(fixtures, 'lin');
      await I.seeHeading('Link email or phone');
      await I.seeAddress(`/social/link/dingtalk-web?app_id=${setup.appId}`);
      await I.see('We found a related account');
      await I.dontSee(setup.people.alice.phone);
      const masked = await I.page.$$eval('button', (buttons) =>
        buttons.map(({ textContent }) => textContent.trim()).find((text) => text.startsWith('Link with')),
      );
      if (!masked?.includes('*')) throw new Error(`The address is not masked: ${String(masked)}`);
      await I.press(masked);
      await app.seeSignedIn({ username: setup.people.alice.username });
      await app.signOut();
      await comeAs(fixtures, 'lin');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'creates a separate account if the person chooses that',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await comeAs(fixtures, 'maria');
      await I.see('We found a related account');
      await I.press('Link another email or phone');
      const claims = await app.seeSignedIn();
      if (claims['username'] === 'maria') throw new Error('The accounts were linked.');
      await app.signOut();
      await app.startSignIn();
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'offers only linking where registration is disabled',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await qa.preset('sign-in-only');
      await comeAs(fixtures, 'lin');
      await I.see('We found a related account');
      await I.dontSee('Skip linking');
      await I.tabTo('button', await linkLabel(fixtures));
      await I.pressKey('Enter');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'is linked automatically if the tenant enables that',
    withPage(async (fixtures) => {
      const { app, qa, setup } = fixtures;
      await qa.preset('account-linking');
      await comeAs(fixtures, 'lin');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'keeps the choice through a reload, and back leads to the sign-in screen',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await comeAs(fixtures, 'lin');
      await I.see('We found a related account');
      await I.reload();
      await I.see('We found a related account');
      await I.press('Back');
      await I.seeHeading('Sign in to your account');
      await I.signInWithPassword(setup.people.alice);
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});

const linkLabel = ({ page }: Pick<Fixtures, 'page'>): Promise<string> =>
  page.$$eval(
    'button',
    (buttons) =>
      buttons.map(({ textContent }) => textContent.trim()).find((text) => text.startsWith('Link with')) ?? 'Link with …',
  );
