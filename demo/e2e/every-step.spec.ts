import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StepName } from '../../src/flow/index.ts';
import { followLink } from './support/magic-link.ts';
import { type Arrive, step } from './support/screen-states/arriving.ts';
import { screenStates } from './support/screen-states.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { type Place, seePlace, signInFromHere } from './support/sign-in-from-here.ts';

const { withPage } = e2eSuite();

/** One way to be at a step, and where a reload and the browser's back button lead from there. */
interface Row {
  readonly state: string;
  readonly arrive?: Arrive;
  readonly reload: Place;
  readonly back: Place;
  /** What says that the session is over, where it is not the screen for that. */
  readonly over?: Place;
}

/** Has a link for somebody else opened while Alice is signed in. */
const followLinkAsAlice = async (fixtures: Fixtures): Promise<void> => {
  await fixtures.app.startSignIn();
  await fixtures.I.signInWithPassword(fixtures.setup.people.alice);
  await fixtures.app.seeSignedIn();
  await followLink(fixtures, 'maria@example.com');
};

/** Every step. A new one does not compile before it is listed here. */
const table: Readonly<Record<StepName, readonly Row[]>> = {
  'sign-in': [{ state: 'sign-in', reload: 'sign-in', back: 'app' }],
  register: [{ state: 'register', reload: 'register', back: 'app' }],
  password: [{ state: 'password', reload: 'password', back: 'sign-in' }],
  'verification-code': [
    { state: 'verification-code', reload: 'verification-code', back: 'sign-in' },
    { state: 'verification-code, registering', reload: 'verification-code', back: 'register' },
    // The question is gone with the page; the code that was right can be typed again.
    { state: 'verification-code, account unknown', reload: 'verification-code', back: 'sign-in' },
  ],
  'forgot-password': [
    { state: 'forgot-password', reload: 'forgot-password', back: 'sign-in' },
    { state: 'forgot-password, asked for by the app', reload: 'forgot-password', back: 'app' },
  ],
  'new-password': [
    { state: 'new-password', reload: 'new-password', back: 'register' },
    { state: 'new-password, after a recovery', reload: 'new-password', back: 'forgot-password' },
  ],
  'missing-identifier': [
    { state: 'missing-identifier, either', reload: 'missing-identifier', back: 'sign-in' },
    { state: 'missing-identifier, name', reload: 'missing-identifier', back: 'register' },
  ],
  'extra-profile': [{ state: 'extra-profile', reload: 'extra-profile', back: 'register' }],
  'social-link': [{ state: 'social-link', reload: 'social-link', back: 'provider' }],
  'single-sign-on': [{ state: 'single-sign-on', reload: 'single-sign-on', back: 'app' }],
  'sso-connectors': [{ state: 'sso-connectors', reload: 'sso-connectors', back: 'single-sign-on' }],
  // What the provider answered is taken out of the address and counts once.
  'social-callback': [{ state: 'social-callback', reload: 'sign-in', back: 'provider' }],
  direct: [{ state: 'direct', reload: 'provider', back: 'sign-in' }],
  // What a link brought is taken out of the address, too: it has to be followed again.
  'one-time-token': [{ state: 'one-time-token', reload: 'error', back: 'sign-in', over: 'error' }],
  'reset-token': [{ state: 'reset-token', reload: 'sign-in', back: 'sign-in' }],
  'switch-account': [{ state: 'switch-account', arrive: followLinkAsAlice, reload: 'switch-account', back: 'signed in' }],
  'account-check': [
    {
      state: 'account-check',
      arrive: async (fixtures) => {
        await fixtures.qa.faults({ endpoint: '/api/interaction/consent', latency: 20_000 });
        await followLinkAsAlice(fixtures);
        await step(fixtures, 'account-check');
      },
      reload: 'switch-account',
      back: 'signed in',
    },
  ],
  // Over before anybody can do anything: they ask nobody.
  'native-callback': [],
  'social-landing': [],
  // It has no address of its own: the password may be tried again, and the server decides again.
  'account-suspended': [{ state: 'account-suspended', reload: 'password', back: 'sign-in' }],
  'unknown-session': [{ state: 'unknown-session', reload: 'unknown-session', back: 'sign-in' }],
  unavailable: [{ state: 'unavailable', reload: 'unavailable', back: 'sign-in' }],
  error: [
    { state: 'error', reload: 'error', back: 'sign-in' },
    { state: 'error, a link that cannot be used', reload: 'error', back: 'sign-in', over: 'error' },
  ],
  'not-found': [{ state: 'not-found', reload: 'not-found', back: 'sign-in' }],
};

for (const [name, rows] of Object.entries(table)) {
  for (const { state, reload, back, over = 'unknown-session', ...row } of rows) {
    const arrive = async (fixtures: Fixtures) => {
      await (row.arrive ?? screenStates[state])?.(fixtures, 'en');
      await step(fixtures, name);
    };
    describe(`At "${state}"`, () => {
      it(
        `a reload leads to "${reload}", and the sign-in continues from there`,
        withPage(async (fixtures) => {
          await arrive(fixtures);
          await fixtures.qa.faults();
          await fixtures.I.reload();
          await seePlace(fixtures, reload);
          await signInFromHere(fixtures);
        }),
      );

      it(
        `back leads to "${back}", and the sign-in continues from there`,
        withPage(async (fixtures) => {
          await arrive(fixtures);
          await fixtures.I.goBack();
          await seePlace(fixtures, back);
          await fixtures.qa.faults();
          await signInFromHere(fixtures);
        }),
      );

      it(
        'a reload without a session shows a message with a way back',
        withPage(async (fixtures) => {
          await arrive(fixtures);
          await fixtures.qa.faults();
          const context = fixtures.page.browserContext();
          await context.deleteCookie(...(await context.cookies()));
          await fixtures.I.reload();
          const trail = await signInFromHere(fixtures);
          assert.ok(trail.includes(over), trail.join(', '));
        }),
      );
    });
  }
}
