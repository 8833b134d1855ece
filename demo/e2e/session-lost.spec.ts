import { describe, it } from 'node:test';
import { ProviderPage } from './support/provider-page.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

type Part = Pick<Fixtures, 'I' | 'app' | 'setup' | 'qa'>;

/** Every screen that talks to the server: how to get there, and what talks. */
const screens: Readonly<Record<string, { arrive: (part: Part) => Promise<void>; act: (part: Part) => Promise<void> }>> = {
  'the sign-in screen': {
    arrive: ({ app }) => app.startSignIn(),
    act: async ({ I, setup }) => {
      await I.type('identifier', `+${setup.people.alice.phone}`);
      await I.press('Sign in');
    },
  },
  'the sign-in screen, by a provider': {
    arrive: ({ app }) => app.startSignIn(),
    act: ({ I }) => I.press('Continue with Alipay'),
  },
  'the password screen': {
    arrive: async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.type('identifier', setup.people.alice.email);
      await I.press('Sign in');
      await I.seeHeading('Enter password');
    },
    act: async ({ I, setup }) => {
      await I.type('password', setup.people.alice.password);
      await I.press('Continue');
    },
  },
  'the code screen': {
    arrive: async ({ I, app, setup }) => {
      await app.startSignIn();
      await I.type('identifier', `+${setup.people.alice.phone}`);
      await I.press('Sign in');
      await I.seeHeading('Verify your phone number');
    },
    act: async ({ I, setup }) => I.type('passcode', await setup.receiveCode(setup.people.alice.phone)),
  },
  'the screen to register': {
    arrive: ({ app }) => app.startSignIn({ first_screen: 'register' }),
    act: async ({ I, setup }) => {
      await I.type('identifier', setup.stranger.email);
      await I.press('Create account');
    },
  },
  'the screen for a first password': {
    arrive: async ({ I, app, qa, setup }) => {
      await qa.preset('password-needed-recovery');
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', setup.stranger.email);
      await I.press('Create account');
      await I.type('passcode', await setup.receiveCode(setup.stranger.email));
      await I.seeHeading('Set password');
    },
    act: async ({ I, setup }) => {
      await I.type('newPassword', setup.stranger.password);
      await I.press('Save password');
    },
  },
  'the screen for what an account lacks': {
    arrive: async ({ I, app, qa, setup }) => {
      await qa.settings({ signUp: { identifiers: ['email'], password: true, verify: true } });
      await app.startSignIn();
      await I.signInWithPassword(setup.people.short);
      await I.seeHeading('Link email');
    },
    act: async ({ I, setup }) => {
      await I.type('identifier', setup.stranger.email);
      await I.press('Continue');
    },
  },
  'the screen to recover a password': {
    arrive: async ({ app, qa }) => {
      await qa.preset('recovery');
      await app.startSignIn({ first_screen: 'reset_password' });
    },
    act: async ({ I, setup }) => {
      await I.type('identifier', setup.people.alice.email);
      await I.press('Continue');
    },
  },
  'the tenant’s own fields': {
    arrive: async ({ I, app, qa, setup }) => {
      await qa.preset('optional-profile-fields');
      await app.startSignIn({ first_screen: 'register' });
      await I.type('identifier', setup.stranger.email);
      await I.press('Create account');
      await I.type('passcode', await setup.receiveCode(setup.stranger.email));
      await I.seeHeading('Tell us about yourself');
    },
    act: ({ I }) => I.press('Continue'),
  },
  'the offer to link accounts': {
    arrive: async ({ I, app }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).allowAs('maria');
      await I.see('We found a related account');
    },
    act: ({ I }) => I.press('Link another email or phone'),
  },
  'the screen for a company’s address': {
    arrive: async ({ app, qa }) => {
      await qa.preset('single-sign-on');
      await app.startSignIn({ first_screen: 'single_sign_on' });
    },
    act: async ({ I }) => {
      await I.type('identifier', 'erin@acme.example');
      await I.press('Single Sign-On');
    },
  },
  'the way back from a provider': {
    arrive: async ({ I, app }) => {
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).see('DingTalk');
    },
    act: ({ I }) => new ProviderPage(I).allowAs('chen'),
  },
};

describe('A session that is lost', () => {
  for (const [where, { arrive, act }] of Object.entries(screens)) {
    it(
      `on ${where}: said, with a way back to the app, where signing in works again`,
      withPage(async (fixtures) => {
        const { I, app, qa, setup } = fixtures;
        await arrive(fixtures);
        await qa.faults({ endpoint: '/api/experience*', code: 'session.not_found' });
        await act(fixtures);
        await I.seeHeading('Your session has ended');
        await qa.faults();
        await I.follow('Back to the app');
        await I.press('Sign in');
        await I.signInWithPassword(setup.people.alice);
        await app.seeSignedIn({ username: setup.people.alice.username });
      }),
    );
  }

  it(
    'before the page was opened: the server sends the person to the same words',
    withPage(async ({ I, setup }) => {
      await I.visit(`${setup.origin}/sign-in?app_id=${setup.appId}`);
      await I.seeHeading('Your session has ended');
      await I.seeAddress('/unknown-session');
    }),
  );

  it(
    'leads to the address that the tenant set for it, when there is one',
    withPage(async ({ I, qa, setup }) => {
      await qa.settings({ unknownSessionRedirectUrl: `${setup.origin}/inbox` });
      await I.visit(`${setup.origin}/unknown-session`);
      await I.seeAddress('/inbox');
    }),
  );
});

describe('An address of the page', () => {
  for (const [path, heading] of [
    ['/sign-in/password', 'Sign in to your account'],
    ['/sign-in/verification-code', 'Sign in to your account'],
    ['/sign-in/nonsense', '404 Not Found'],
    ['/nonsense', '404 Not Found'],
    ['/register/nonsense', '404 Not Found'],
    ['/forgot-password', 'Sign in to your account'],
    ['/continue/nonsense', '404 Not Found'],
    ['/single-sign-on/email', 'Sign in to your account'],
    ['/social/link/dingtalk-web', 'Sign in to your account'],
    ['/mfa-verification', 'Not available here'],
    ['/direct', '404 Not Found'],
    ['/social/landing/dingtalk-web', 'Something went wrong'],
    ['/%E0%A4%A', '404 Not Found'],
    ['/sign-in/?app_id=demo-app&app_id=other&x=%&ui_locales=en&ui_locales=ar', 'Sign in to your account'],
  ] as const) {
    it(
      `${path} without a session leads to a usable screen: "${heading}"`,
      withPage(async ({ I, app, setup }) => {
        await app.startSignIn();
        await I.visit(setup.origin + path.replace('demo-app', setup.appId));
        await I.seeHeading(heading);
        if (heading !== 'Sign in to your account') await I.press('Back to sign in');
        await I.seeHeading('Sign in to your account');
        await I.signInWithPassword(setup.people.alice);
        await app.seeSignedIn({ username: setup.people.alice.username });
      }),
    );
  }
});
