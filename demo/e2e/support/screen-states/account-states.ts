import type { Scene } from '../stage.ts';
import { holdClock } from '../clock.ts';
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
  'nothing typed': then(startRegistering, async (scene) => {
    await submit(scene);
    await alert(scene);
  }),
  'name taken': then(withPreset('username-only', startRegistering), async (scene) => {
    await enter(scene, 'identifier', 'alice');
    await alert(scene);
  }),
  'rules for names': withPreset('username-policy', startRegistering),
  'terms to tick': withPreset('registration-terms', startRegistering),
  'one identifier': ({ app }, ui_locales) =>
    app.startSignIn({ ui_locales, first_screen: 'identifier:register', identifier: 'email' }),
  waiting: then(startRegistering, async (scene) => {
    await slowly(scene);
    await enter(scene, 'identifier', scene.setup.stranger.email);
    await waiting(scene);
  }),
};

const anotherCode = 'form + .sie-small button';

export const verificationCode: States = {
  '': toCode(({ setup }) => `+${setup.people.alice.phone}`),
  wrong: then(
    toCode(({ setup }) => `+${setup.people.alice.phone}`),
    async (scene) => {
      await enter(scene, 'passcode', '12');
      await alert(scene);
    },
  ),
  'account unknown': then(
    toCode(({ setup }) => `+${setup.stranger.phone}`),
    async (scene) => {
      await giveCode(scene, scene.setup.stranger.phone);
      await dialog(scene);
    },
  ),
  'account known': then(
    toCode(({ setup }) => setup.people.alice.email, startRegistering),
    async (scene) => {
      await giveCode(scene, scene.setup.people.alice.email);
      await dialog(scene);
    },
  ),
  'time for another': async (scene, language) => {
    const clock = await holdClock(scene.page);
    await toCode(({ setup }) => `+${setup.people.alice.phone}`)(scene, language);
    await clock.advance(59_000);
    await until('the way to another code', () => scene.page.$(anotherCode));
  },
  'another sent': async (scene, language) => {
    await verificationCode['time for another']?.(scene, language);
    await scene.page.click(anotherCode);
    await notice(scene);
  },
  'account known, from a provider': then(withPreset('email-needed'), async (scene) => {
    const { email } = scene.setup.people.alice;
    await providerButton(scene, 'alipay');
    await allowAs(scene, 'newcomer');
    await step(scene, 'missing-identifier');
    await enter(scene, 'identifier', email);
    await step(scene, 'verification-code');
    await giveCode(scene, email);
    await dialog(scene);
  }),
  registering: toCode(({ setup }) => setup.stranger.email, startRegistering),
};

const toFirstPassword = (preset: Parameters<Scene['qa']['preset']>[0]): Arrive =>
  then(
    toCode(({ setup }) => setup.stranger.email, withPreset(preset, startRegistering)),
    async (scene) => {
      await giveCode(scene, scene.setup.stranger.email);
      await step(scene, 'new-password');
    },
  );

export const toResetPassword: Arrive = then(
  toCode(
    ({ setup }) => setup.people.alice.email,
    async (scene, ui_locales) => {
      await scene.qa.preset('recovery');
      await scene.app.startSignIn({ ui_locales, first_screen: 'reset_password' });
    },
  ),
  async (scene) => {
    await giveCode(scene, scene.setup.people.alice.email);
    await step(scene, 'new-password');
  },
);

export const newPassword: States = {
  '': toFirstPassword('password-needed-recovery'),
  'asked twice': toFirstPassword('password-needed'),
  'asked twice, and different': then(toFirstPassword('password-needed'), async (scene) => {
    await scene.I.type('newPassword', 'violet-Harbor-42');
    await enter(scene, 'confirmPassword', 'violet-Harbor');
    await alert(scene);
  }),
  'rules, one met': then(withPreset('password-policy', startRegistering), async (scene) => {
    await enter(scene, 'identifier', scene.setup.stranger.username);
    await step(scene, 'new-password');
    await scene.I.type('newPassword', 'aB3');
    await until('a rule to be met', () => scene.page.$('.sie-rule[data-met]'));
  }),
  rejected: then(toResetPassword, async (scene) => {
    await enter(scene, 'newPassword', 'password1');
    await alert(scene);
  }),
  'after a recovery': toResetPassword,
  waiting: then(toResetPassword, async (scene) => {
    await slowly(scene);
    await enter(scene, 'newPassword', 'violet-Harbor-42');
    await waiting(scene);
  }),
};

const toForgotPassword: Arrive = async (scene, language) => {
  await scene.qa.preset('recovery');
  await at('/forgot-password', 'forgot-password')(scene, language);
};

export const forgotPassword: States = {
  '': toForgotPassword,
  'asked for by the app': async ({ app, qa }, ui_locales) => {
    await qa.preset('recovery');
    await app.startSignIn({ ui_locales, first_screen: 'reset_password' });
  },
  'nobody known': then(toForgotPassword, async (scene) => {
    await enter(scene, 'identifier', 'nonsense');
    await alert(scene);
  }),
  waiting: then(toForgotPassword, async (scene) => {
    await slowly(scene);
    await enter(scene, 'identifier', scene.setup.people.alice.email);
    await waiting(scene);
  }),
  'by a link that names nobody': async (scene, language) => {
    await withPreset('recovery')(scene, language);
    await scene.I.visit(
      `${scene.setup.origin}/reset-password?app_id=${scene.setup.appId}&ui_locales=${language}&one_time_token=none`,
    );
    await step(scene, 'forgot-password');
  },
};

const lacking =
  (settings: object): Arrive =>
  async (scene, language) => {
    await scene.qa.settings(settings);
    await start(scene, language);
    await enter(scene, 'identifier', scene.setup.people.short.username);
    await step(scene, 'password');
    await enter(scene, 'password', scene.setup.people.short.password);
    await step(scene, 'missing-identifier');
  };

const signUp = (...identifiers: readonly string[]) => ({ signUp: { identifiers, password: true, verify: true } });

export const missingIdentifier: States = {
  'e-mail': lacking(signUp('email')),
  // The country comes with the numbering plans.
  phone: then(lacking(signUp('phone')), (scene) => scene.I.see('+')),
  either: lacking(signUp('email', 'phone')),
  'nothing typed': then(lacking(signUp('email')), async (scene) => {
    await submit(scene);
    await alert(scene);
  }),
  waiting: then(lacking(signUp('email')), async (scene) => {
    await slowly(scene);
    await enter(scene, 'identifier', scene.setup.stranger.email);
    await waiting(scene);
  }),
  name: async (scene, language) => {
    const secondaryIdentifiers = [{ identifier: 'username', verify: false }];
    await scene.qa.settings({ signUp: { identifiers: ['email'], password: false, verify: true, secondaryIdentifiers } });
    await toCode(({ setup }) => setup.stranger.email, startRegistering)(scene, language);
    await giveCode(scene, scene.setup.stranger.email);
    await step(scene, 'missing-identifier');
  },
};
