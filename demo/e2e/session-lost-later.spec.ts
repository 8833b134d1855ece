import { describe, it } from 'node:test';
import { followLink } from './support/magic-link.ts';
import { pageAddress } from './support/page-address.ts';
import { step } from './support/screen-states/arriving.ts';
import { screenStates } from './support/screen-states.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { signInFromHere } from './support/sign-in-from-here.ts';

const { withPage } = e2eSuite();

const arriveAt = (state: string) => async (fixtures: Fixtures) => screenStates[state]?.(fixtures, 'en');

/** Opens an address of the page by hand. */
const visit = async ({ I, setup }: Fixtures, path: string): Promise<void> => {
  await I.visit(pageAddress(setup, path));
};

const link = '?one_time_token=token&login_hint=alice%40example.com';

/** What talks to the server beside the screens of `session-lost.spec.ts`: how to get there, and what talks. */
const moments: Readonly<
  Record<
    string,
    { readonly arrive: (fixtures: Fixtures) => Promise<unknown>; readonly act: (fixtures: Fixtures) => Promise<void> }
  >
> = {
  'the choice between companies': {
    arrive: arriveAt('sso-connectors'),
    act: ({ I }) => I.press('Continue with Acme'),
  },
  'a new password after a recovery': {
    arrive: arriveAt('new-password, after a recovery'),
    act: async ({ I, setup }) => {
      await I.type('newPassword', setup.stranger.password);
      await I.press('Save password');
    },
  },
  'the question whether to make an account': {
    arrive: arriveAt('verification-code, account unknown'),
    act: ({ I }) => I.press('Continue'),
  },
  'the question whether to use an account that is there': {
    arrive: arriveAt('verification-code, account known'),
    act: ({ I }) => I.press('Continue'),
  },
  'the way from the password to a code': {
    arrive: arriveAt('password'),
    act: ({ I }) => I.press('Sign in with verification code'),
  },
  'the question which account to go on with': {
    arrive: async (fixtures) => {
      await fixtures.app.startSignIn();
      await fixtures.I.signInWithPassword(fixtures.setup.people.alice);
      await fixtures.app.seeSignedIn();
      await followLink(fixtures, 'maria@example.com');
      await step(fixtures, 'switch-account');
    },
    act: ({ I }) => I.press('Continue as maria@example.com'),
  },
  'the way back from a company': {
    arrive: async (fixtures) => {
      await screenStates['sso-connectors']?.(fixtures, 'en');
      await fixtures.I.press('Continue with Acme');
      await fixtures.page.waitForSelector('input[name=person][value=acme-erin]');
    },
    act: async ({ page }) => {
      await page.click('input[name=person][value=acme-erin]');
      await page.click('button[value=allow]');
    },
  },
  'a link that signs in': { arrive: arriveAt('sign-in'), act: (fixtures) => visit(fixtures, `/one-time-token${link}`) },
  'a link to a new password': { arrive: arriveAt('sign-in'), act: (fixtures) => visit(fixtures, `/reset-password${link}`) },
  'a link for somebody else': { arrive: arriveAt('sign-in'), act: (fixtures) => visit(fixtures, `/switch-account${link}`) },
  'the way to a provider that the app asked for': {
    arrive: arriveAt('sign-in'),
    act: (fixtures) => visit(fixtures, '/direct/social/dingtalk'),
  },
  'the way to a company that the app asked for': {
    arrive: arriveAt('sso-connectors'),
    act: (fixtures) => visit(fixtures, '/direct/sso/sso-acme'),
  },
  'a retry after a connection failure': {
    arrive: async (fixtures) => {
      await screenStates['error, something to try again']?.(fixtures, 'en');
      await fixtures.qa.faults();
    },
    act: ({ I }) => I.press('Try again'),
  },
};

describe('A session whose cookies are gone', () => {
  for (const [where, { arrive, act }] of Object.entries(moments)) {
    it(
      `at ${where}: said, with a way on that ends signed in`,
      withPage(async (fixtures) => {
        await arrive(fixtures);
        const context = fixtures.page.browserContext();
        await context.deleteCookie(...(await context.cookies()));
        await act(fixtures);
        await fixtures.I.seeHeading('Your session has ended');
        await signInFromHere(fixtures);
      }),
    );
  }
});
