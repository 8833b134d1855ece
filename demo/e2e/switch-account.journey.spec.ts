import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { readableData } from './support/readable-data.ts';

const { withPage } = e2eSuite();

const maria = 'maria@example.com';

/** Signed in as Alice, and with a link for somebody in hand. Gives its token back. */
async function followLinkAsAlice(
  { I, app, qa, setup }: Pick<Fixtures, 'I' | 'app' | 'qa' | 'setup'>,
  email: string,
  options: Parameters<Fixtures['qa']['magicLink']>[1] = {},
): Promise<string> {
  await app.startSignIn();
  await I.signInWithPassword(setup.people.alice);
  await app.seeSignedIn({ username: setup.people.alice.username });
  const { token, link } = await qa.magicLink(email, options);
  await I.visit(new URL(link, setup.appAddress).href);
  return token;
}

describe('A link for another account than the one signed in', () => {
  it(
    'asks before it switches, and then does',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      const token = await followLinkAsAlice(fixtures, maria);
      await I.seeHeading('Switch account');
      await I.see('You are currently signed in as alice@example.com');
      await I.see('Alice Example');
      await I.tabTo('button', `Continue as ${maria}`);
      await I.pressKey('Enter');
      await app.seeSignedIn({ username: 'maria', email: maria });
      assert.ok(!(await readableData(I.page)).includes(token));
    }),
  );

  it(
    'makes an account for a newcomer',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { email } = setup.stranger;
      await followLinkAsAlice(fixtures, email);
      await I.press(`Continue as ${email}`);
      await app.seeSignedIn({ email });
    }),
  );

  it(
    'shows the question again after a reload',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await followLinkAsAlice(fixtures, maria);
      await I.seeHeading('Switch account');
      await I.reload();
      await I.seeHeading('Switch account');
      await I.press(`Continue as ${maria}`);
      await app.seeSignedIn({ username: 'maria' });
    }),
  );

  it(
    'leads back to the app, where nothing has changed',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await followLinkAsAlice(fixtures, maria);
      await I.seeHeading('Switch account');
      assert.equal(new URL(await I.seeLink('Back to current account')).origin, new URL(setup.appAddress).origin);
      await I.follow('Back to current account');
      await I.seeAddress('/');
      await app.open();
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );

  it(
    'says so, with a way back, when the server cannot tell who is signed in; another try works',
    withPage(async (fixtures) => {
      const { I, app, qa } = fixtures;
      await qa.faults({ endpoint: 'GET /api/interaction/consent', offline: true });
      await followLinkAsAlice(fixtures, maria);
      await I.press('Try again');
      await I.seeButton('Try again');
      await qa.faults();
      await I.press('Try again');
      await I.seeHeading('Switch account');
      await I.press(`Continue as ${maria}`);
      await app.seeSignedIn({ username: 'maria' });
    }),
  );

  for (const [what, options] of [
    ['was used already', { status: 'consumed' }],
    ['is too old', { expiresIn: -1 }],
  ] as const) {
    it(
      `and that ${what}: said when the person goes on, and they stay who they are`,
      withPage(async (fixtures) => {
        const { I, app, setup } = fixtures;
        await followLinkAsAlice(fixtures, maria, options);
        await I.press(`Continue as ${maria}`);
        await I.seeHeading('Invalid link');
        await I.follow('Back to the app');
        await app.seeSignedIn({ username: setup.people.alice.username });
      }),
    );
  }
});

describe('A link for whoever is signed in', () => {
  it(
    'asks nothing',
    withPage(async (fixtures) => {
      const { app, setup } = fixtures;
      const { alice } = setup.people;
      await followLinkAsAlice(fixtures, alice.email);
      await app.seeSignedIn({ username: alice.username });
    }),
  );

  it(
    'says so when it is too old, and leads back to the app, where nothing has changed',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await followLinkAsAlice(fixtures, setup.people.alice.email, { expiresIn: -1 });
      await I.seeHeading('Invalid link');
      await I.see('may have expired or is no longer valid');
      await I.follow('Back to the app');
      await app.seeSignedIn({ username: setup.people.alice.username });
    }),
  );
});
