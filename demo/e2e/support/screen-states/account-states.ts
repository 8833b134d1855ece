import type { Fixtures } from '../e2e-suite.ts';
import { installClock } from '../clock.ts';
import { until } from '../until.ts';
import {
  alert,
  allowAs,
  type Arrive,
  at,
  dialog,
  enter,
  giveCode,
  notice,
  providerButton,
  slowly,
  start,
  startRegistering,
  type States,
  step,
  submit,
  then,
  toCode,
  waiting,
  withPreset,
} from './arriving.ts';

export const register: States = {
  '': startRegistering,
  'nothing typed': then(startRegistering, async (fixtures) => {
    await submit(fixtures);
    await alert(fixtures);
  }),
  'name taken': then(withPreset('username-only', startRegistering), async (fixtures) => {
    await enter(fixtures, 'identifier', 'alice');
    await alert(fixtures);
  }),
  'rules for names': withPreset('username-policy', startRegistering),
  'terms to tick': withPreset('registration-terms', startRegistering),
  'one identifier': ({ app }, ui_locales) =>
    app.startSignIn({ ui_locales, first_screen: 'identifier:register', identifier: 'email' }),
  waiting: then(startRegistering, async (fixtures) => {
    await slowly(fixtures);
    await enter(fixtures, 'identifier', fixtures.setup.stranger.email);
    await waiting(fixtures);
  }),
};

const anotherCode = 'form + .sie-small button';

export const verificationCode: States = {
  '': toCode(({ setup }) => `+${setup.people.alice.phone}`),
  wrong: then(
    toCode(({ setup }) => `+${setup.people.alice.phone}`),
    async (fixtures) => {
      await enter(fixtures, 'passcode', '12');
      await alert(fixtures);
    },
  ),
  'account unknown': then(
    toCode(({ setup }) => `+${setup.stranger.phone}`),
    async (fixtures) => {
      await giveCode(fixtures, fixtures.setup.stranger.phone);
      await dialog(fixtures);
    },
  ),
  'account known': then(
    toCode(({ setup }) => setup.people.alice.email, startRegistering),
    async (fixtures) => {
      await giveCode(fixtures, fixtures.setup.people.alice.email);
      await dialog(fixtures);
    },
  ),
  'time for another': async (fixtures, language) => {
    const clock = await installClock(fixtures.page);
    await toCode(({ setup }) => `+${setup.people.alice.phone}`)(fixtures, language);
    await clock.advance(59_000);
    await until('the way to another code', () => fixtures.page.$(anotherCode));
  },
  'another sent': async (fixtures, language) => {
    await verificationCode['time for another']?.(fixtures, language);
    await fixtures.page.click(anotherCode);
    await notice(fixtures);
  },
  'account known, from a provider': then(withPreset('email-needed'), async (fixtures) => {
    const { email } = fixtures.setup.people.alice;
    await providerButton(fixtures, 'alipay');
    await allowAs(fixtures, 'newcomer');
    await step(fixtures, 'missing-identifier');
    await enter(fixtures, 'identifier', email);
    await step(fixtures, 'verification-code');
    await giveCode(fixtures, email);
    await dialog(fixtures);
  }),
  registering: toCode(({ setup }) => setup.stranger.email, startRegistering),
};

const toFirstPassword = (preset: Parameters<Fixtures['qa']['preset']>[0]): Arrive =>
  then(
    toCode(({ setup }) => setup.stranger.email, withPreset(preset, startRegistering)),
    async (fixtures) => {
      await giveCode(fixtures, fixtures.setup.stranger.email);
      await step(fixtures, 'new-password');
    },
  );

export const toResetPassword: Arrive = then(
  toCode(
    ({ setup }) => setup.people.alice.email,
    async (fixtures, ui_locales) => {
      await fixtures.qa.preset('recovery');
      await fixtures.app.startSignIn({ ui_locales, first_screen: 'reset_password' });
    },
  ),
  async (fixtures) => {
    await giveCode(fixtures, fixtures.setup.people.alice.email);
    await step(fixtures, 'new-password');
  },
);

export const newPassword: States = {
  '': toFirstPassword('password-needed-recovery'),
  'asked twice': toFirstPassword('password-needed'),
  'asked twice, and different': then(toFirstPassword('password-needed'), async (fixtures) => {
    await fixtures.I.type('newPassword', 'violet-Harbor-42');
    await enter(fixtures, 'confirmPassword', 'violet-Harbor');
    await alert(fixtures);
  }),
  'rules, one met': then(withPreset('password-policy', startRegistering), async (fixtures) => {
    await enter(fixtures, 'identifier', fixtures.setup.stranger.username);
    await step(fixtures, 'new-password');
    await fixtures.I.type('newPassword', 'aB3');
    await until('a rule to be met', () => fixtures.page.$('.sie-rule[data-met]'));
  }),
  rejected: then(toResetPassword, async (fixtures) => {
    await enter(fixtures, 'newPassword', 'password1');
    await alert(fixtures);
  }),
  'after a recovery': toResetPassword,
  waiting: then(toResetPassword, async (fixtures) => {
    await slowly(fixtures);
    await enter(fixtures, 'newPassword', 'violet-Harbor-42');
    await waiting(fixtures);
  }),
};

const toForgotPassword: Arrive = async (fixtures, language) => {
  await fixtures.qa.preset('recovery');
  await at('/forgot-password', 'forgot-password')(fixtures, language);
};

export const forgotPassword: States = {
  '': toForgotPassword,
  'asked for by the app': async ({ app, qa }, ui_locales) => {
    await qa.preset('recovery');
    await app.startSignIn({ ui_locales, first_screen: 'reset_password' });
  },
  'nobody known': then(toForgotPassword, async (fixtures) => {
    await enter(fixtures, 'identifier', 'nonsense');
    await alert(fixtures);
  }),
  waiting: then(toForgotPassword, async (fixtures) => {
    await slowly(fixtures);
    await enter(fixtures, 'identifier', fixtures.setup.people.alice.email);
    await waiting(fixtures);
  }),
  'by a link that names nobody': async (fixtures, language) => {
    await withPreset('recovery')(fixtures, language);
    await fixtures.I.visit(
      `${fixtures.setup.origin}/reset-password?app_id=${fixtures.setup.appId}&ui_locales=${language}&one_time_token=none`,
    );
    await step(fixtures, 'forgot-password');
  },
};

const lacking =
  (settings: object): Arrive =>
  async (fixtures, language) => {
    await fixtures.qa.settings(settings);
    await start(fixtures, language);
    await enter(fixtures, 'identifier', fixtures.setup.people.short.username);
    await step(fixtures, 'password');
    await enter(fixtures, 'password', fixtures.setup.people.short.password);
    await step(fixtures, 'missing-identifier');
  };

const signUp = (...identifiers: readonly string[]) => ({ signUp: { identifiers, password: true, verify: true } });

export const missingIdentifier: States = {
  'e-mail': lacking(signUp('email')),
  // The country comes with the numbering plans.
  phone: then(lacking(signUp('phone')), (fixtures) => fixtures.I.see('+')),
  either: lacking(signUp('email', 'phone')),
  'nothing typed': then(lacking(signUp('email')), async (fixtures) => {
    await submit(fixtures);
    await alert(fixtures);
  }),
  waiting: then(lacking(signUp('email')), async (fixtures) => {
    await slowly(fixtures);
    await enter(fixtures, 'identifier', fixtures.setup.stranger.email);
    await waiting(fixtures);
  }),
  name: async (fixtures, language) => {
    const secondaryIdentifiers = [{ identifier: 'username', verify: false }];
    await fixtures.qa.settings({ signUp: { identifiers: ['email'], password: false, verify: true, secondaryIdentifiers } });
    await toCode(({ setup }) => setup.stranger.email, startRegistering)(fixtures, language);
    await giveCode(fixtures, fixtures.setup.stranger.email);
    await step(fixtures, 'missing-identifier');
  },
};
