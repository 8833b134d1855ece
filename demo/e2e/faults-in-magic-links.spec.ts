import { describe, it } from 'node:test';
import { followLink } from './support/magic-link.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

describe('An invalid magic link', () => {
  for (const [what, options] of [
    ['was used already', { status: 'consumed' }],
    ['is too old', { expiresIn: -1 }],
    ['was called back', { status: 'revoked' }],
  ] as const) {
    it(
      `that ${what} shows an error, with a way back to the app, where signing in works`,
      withPage(async (fixtures) => {
        const { I, app, setup } = fixtures;
        const { alice } = setup.people;
        await followLink(fixtures, alice.email, options);
        await I.seeHeading('Invalid link');
        await I.see('may have expired or is no longer valid');
        await I.reload();
        await I.seeHeading('Invalid link');
        await I.follow('Back to the app');
        await I.press('Sign in');
        await I.signInWithPassword(alice);
        await app.seeSignedIn({ username: alice.username });
      }),
    );
  }

  for (const [what, tamper] of [
    ['was made for somebody else', (link: string) => link.replace(/login_hint=[^&]+/, 'login_hint=maria%40example.com')],
    ['was made up', (link: string) => link.replace(/one_time_token=[^&]+/, 'one_time_token=made-up')],
  ] as const) {
    it(
      `that ${what} signs nobody in`,
      withPage(async ({ I, app, qa, setup }) => {
        const { alice } = setup.people;
        const { link } = await qa.magicLink(alice.email);
        await I.visit(new URL(tamper(link), setup.appAddress).href);
        await I.seeHeading('Invalid link');
        await app.open();
        await I.see('You are not signed in');
      }),
    );
  }

  it(
    'that is for a new password signs nobody in',
    withPage(async ({ I, qa, setup }) => {
      const { token, email } = await qa.magicLink(setup.people.alice.email, { interactionEvent: 'ForgotPassword' });
      const query = new URLSearchParams({ one_time_token: token, login_hint: email }).toString();
      await I.visit(`${setup.appAddress}?${query}`);
      await I.seeHeading('Invalid link');
    }),
  );

  it(
    'never shows text from its address',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await app.startSignIn();
      await I.visit(`${setup.origin}/one-time-token?errorMessage=Call+0900+123+now`);
      await I.seeHeading('Invalid link');
      await I.dontSee('0900');
    }),
  );
});
