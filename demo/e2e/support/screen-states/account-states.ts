import type { Scene } from '../stage.ts';
import { until } from '../until.ts';
import {
  alert,
  type Arrive,
  at,
  dialog,
  enter,
  slowly,
  start,
  startRegistering,
  type States,
  step,
  submit,
  then,
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

const toCode =
  (address: (scene: Scene) => string, begin: Arrive = start): Arrive =>
  async (scene, language) => {
    await begin(scene, language);
    await enter(scene, 'identifier', address(scene));
    await step(scene, 'verification-code');
  };

/** The address as it is typed, and as the message names it. */
const giveCode = async (scene: Scene, address: string): Promise<void> => {
  await scene.I.type('passcode', await scene.setup.receiveCode(address));
};

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

const toResetPassword: Arrive = then(
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

export const forgotPassword: States = {
  '': async (scene, language) => {
    await scene.qa.preset('recovery');
    await at('/forgot-password', 'forgot-password')(scene, language);
  },
  'asked for by the app': async ({ app, qa }, ui_locales) => {
    await qa.preset('recovery');
    await app.startSignIn({ ui_locales, first_screen: 'reset_password' });
  },
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
  name: async (scene, language) => {
    const secondaryIdentifiers = [{ identifier: 'username', verify: false }];
    await scene.qa.settings({ signUp: { identifiers: ['email'], password: false, verify: true, secondaryIdentifiers } });
    await toCode(({ setup }) => setup.stranger.email, startRegistering)(scene, language);
    await giveCode(scene, scene.setup.stranger.email);
    await step(scene, 'missing-identifier');
  },
};

const toProfile = (preset: Parameters<Scene['qa']['preset']>[0]): Arrive =>
  then(
    toCode(({ setup }) => setup.stranger.email, withPreset(preset, startRegistering)),
    async (scene) => {
      await giveCode(scene, scene.setup.stranger.email);
      await step(scene, 'extra-profile');
      await until('the fields', () => scene.page.$('form button[type=submit]'));
    },
  );

export const extraProfile: States = {
  '': toProfile('profile-fields'),
  'nothing filled in': then(toProfile('profile-fields'), async (scene) => {
    await submit(scene);
    await alert(scene);
  }),
  'nothing needed': toProfile('optional-profile-fields'),
};
