import { describe, it } from 'node:test';
import { followLink } from './support/magic-link.ts';
import { pageAddress } from './support/page-address.ts';
import { step } from './support/screen-states/arriving.ts';
import { screenStates } from './support/screen-states.ts';
import type { Scene } from './support/stage.ts';
import { stage } from './support/stage.ts';
import { signInFromHere } from './support/way-on.ts';

const { scene } = stage();

const arriveAt = (state: string) => async (scene: Scene) => screenStates[state]?.(scene, 'en');

/** Opens an address of the page by hand. */
const visit = async ({ I, setup }: Scene, path: string): Promise<void> => {
  await I.visit(pageAddress(setup, path));
};

const link = '?one_time_token=token&login_hint=alice%40example.com';

/** What talks to the server beside the screens of `session-lost.spec.ts`: how to get there, and what talks. */
const moments: Readonly<
  Record<string, { readonly arrive: (scene: Scene) => Promise<unknown>; readonly act: (scene: Scene) => Promise<void> }>
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
    arrive: async (scene) => {
      await scene.app.startSignIn();
      await scene.I.signInWithPassword(scene.setup.people.alice);
      await scene.app.seeSignedIn();
      await followLink(scene, 'maria@example.com');
      await step(scene, 'switch-account');
    },
    act: ({ I }) => I.press('Continue as maria@example.com'),
  },
  'the way back from a company': {
    arrive: async (scene) => {
      await screenStates['sso-connectors']?.(scene, 'en');
      await scene.I.press('Continue with Acme');
      await scene.page.waitForSelector('input[name=person][value=acme-erin]');
    },
    act: async ({ page }) => {
      await page.click('input[name=person][value=acme-erin]');
      await page.click('button[value=allow]');
    },
  },
  'a link that signs in': { arrive: arriveAt('sign-in'), act: (scene) => visit(scene, `/one-time-token${link}`) },
  'a link to a new password': { arrive: arriveAt('sign-in'), act: (scene) => visit(scene, `/reset-password${link}`) },
  'a link for somebody else': { arrive: arriveAt('sign-in'), act: (scene) => visit(scene, `/switch-account${link}`) },
  'the way to a provider that the app asked for': {
    arrive: arriveAt('sign-in'),
    act: (scene) => visit(scene, '/direct/social/dingtalk'),
  },
  'the way to a company that the app asked for': {
    arrive: arriveAt('sso-connectors'),
    act: (scene) => visit(scene, '/direct/sso/sso-acme'),
  },
  'another try after the line was lost': {
    arrive: async (scene) => {
      await screenStates['error, something to try again']?.(scene, 'en');
      await scene.qa.faults();
    },
    act: ({ I }) => I.press('Try again'),
  },
};

describe('A session whose cookies are gone', () => {
  for (const [where, { arrive, act }] of Object.entries(moments)) {
    it(
      `at ${where}: said, with a way on that ends signed in`,
      scene(async (scene) => {
        await arrive(scene);
        const context = scene.page.browserContext();
        await context.deleteCookie(...(await context.cookies()));
        await act(scene);
        await scene.I.seeHeading('Your session has ended');
        await signInFromHere(scene);
      }),
    );
  }
});
