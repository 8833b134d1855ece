import type { Scene } from './stage.ts';
import { until } from './until.ts';

/** The ways to every screen in every state, in any language: by the names of inputs, keys and the documented `data-step`. */
export interface ScreenState {
  arrive(scene: Scene, language: string): Promise<void>;
}

const step = (name: string) => async (scene: Scene) => {
  await until(`the step ${name}`, () => scene.page.$(`[data-step="${name}"]`));
};

const enter = async ({ I }: Scene, field: string, text: string): Promise<void> => {
  await I.replace(field, text);
  await I.pressKey('Enter');
};

const start = async ({ app }: Scene, ui_locales: string): Promise<void> => app.startSignIn({ ui_locales });

const alert = ({ page }: Scene) =>
  until('an alert', () => page.$$eval('[role=alert]', (found) => found.some(({ textContent }) => textContent.trim() !== '')));

const dialog = ({ page }: Scene) => until('a dialog', () => page.$('dialog[open]'));

const toPassword = async (scene: Scene, language: string): Promise<void> => {
  await start(scene, language);
  await enter(scene, 'identifier', scene.setup.people.alice.email);
  await step('password')(scene);
};

const toCode = async (scene: Scene, language: string): Promise<void> => {
  await start(scene, language);
  await enter(scene, 'identifier', `+${scene.setup.people.alice.phone}`);
  await step('verification-code')(scene);
};

const withPreset =
  (name: Parameters<Scene['qa']['preset']>[0]): ScreenState['arrive'] =>
  async (scene, language) => {
    await scene.qa.preset(name);
    await start(scene, language);
  };

const at =
  (path: string, name: string): ScreenState['arrive'] =>
  async (scene, language) => {
    await start(scene, language);
    await scene.I.visit(scene.setup.origin + path);
    await step(name)(scene);
  };

const slow = [{ endpoint: '/api/experience*', latency: 20_000 }] as const;

export const screenStates: Readonly<Record<string, ScreenState['arrive']>> = {
  'sign-in': start,
  'sign-in, nothing typed': async (scene, language) => {
    await start(scene, language);
    await scene.I.clear('identifier');
    await scene.I.pressKey('Enter');
    await alert(scene);
  },
  'sign-in, phone number': async (scene, language) => {
    await start(scene, language);
    await scene.I.type('identifier', '+8613800000001');
    await until('the calling code', () => scene.page.$('.sie-identifier-country'));
  },
  'sign-in, list of countries': async (scene, language) => {
    await start(scene, language);
    await scene.I.type('identifier', '+8613800000001');
    (await until('the calling code', () => scene.page.$('.sie-identifier-country:enabled')))?.click();
    await dialog(scene);
  },
  'sign-in, a notice': async (scene, language) => {
    await start(scene, language);
    await scene.qa.faults({ endpoint: '/api/experience*', status: 400, code: 'request.message_rate_limited' });
    await enter(scene, 'identifier', '+8613800000001');
    await alert(scene);
  },
  'sign-in, waiting': async (scene, language) => {
    await start(scene, language);
    await scene.qa.faults(...slow);
    await enter(scene, 'identifier', '+8613800000001');
    await until('the wait', () => scene.page.$('[aria-busy=true]'));
  },
  'sign-in with password': withPreset('password-only'),
  'sign-in with password, refused': async (scene, language) => {
    await withPreset('password-only')(scene, language);
    await scene.I.replace('identifier', 'alice');
    await enter(scene, 'password', 'wrong');
    await alert(scene);
  },
  'sign-in, terms to tick': withPreset('manual-terms'),
  'sign-in, question about terms': async (scene, language) => {
    await withPreset('manual-terms')(scene, language);
    await enter(scene, 'identifier', 'alice');
    await dialog(scene);
  },
  'sign-in, providers alone': withPreset('social-only'),
  'sign-in, many providers': withPreset('many-connectors'),
  'sign-in, nothing offered': async (scene, language) => {
    await scene.qa.settings({ signIn: { methods: [] }, socialSignInConnectorTargets: [] });
    await start(scene, language);
  },
  'sign-in, pale brand': withPreset('pale-brand'),
  'sign-in, dark brand': withPreset('dark'),
  password: toPassword,
  'password, wrong': async (scene, language) => {
    await toPassword(scene, language);
    await enter(scene, 'password', 'wrong');
    await alert(scene);
  },
  'password, waiting': async (scene, language) => {
    await toPassword(scene, language);
    await scene.qa.faults(...slow);
    await enter(scene, 'password', 'wrong');
    await until('the wait', () => scene.page.$('[aria-busy=true]'));
  },
  code: toCode,
  'code, wrong': async (scene, language) => {
    await toCode(scene, language);
    await scene.I.type('passcode', 'x');
    await enter(scene, 'passcode', '12');
    await alert(scene);
  },
  'code, account unknown': async (scene, language) => {
    await start(scene, language);
    await enter(scene, 'identifier', '+8613900000000');
    await step('verification-code')(scene);
    await scene.I.type('passcode', await scene.setup.receiveCode('8613900000000'));
    await dialog(scene);
  },
  'account suspended': async (scene, language) => {
    await start(scene, language);
    await enter(scene, 'identifier', scene.setup.people.suspended.username);
    await step('password')(scene);
    await enter(scene, 'password', scene.setup.people.suspended.password);
    await step('account-suspended')(scene);
  },
  'unknown session': at('/unknown-session', 'unknown-session'),
  unavailable: at('/mfa-verification', 'unavailable'),
  error: at('/social/landing/dingtalk-web', 'error'),
  'not found': at('/nonsense', 'not-found'),
  'on the way to a provider': async (scene, language) => {
    await start(scene, language);
    await scene.qa.faults(...slow);
    await scene.I.visit(`${scene.setup.origin}/direct/social/dingtalk?app_id=${scene.setup.appId}&ui_locales=${language}`);
    await step('direct')(scene);
  },
  'no settings': async (scene, language) => {
    await start(scene, language);
    await scene.qa.preset('unusable');
    await scene.I.reload();
    await alert(scene);
  },
};
