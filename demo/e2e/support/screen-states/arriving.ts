import { needs, onlyEmbedded } from '../real-limits.ts';
import type { Scene } from '../stage.ts';
import { until } from '../until.ts';

/** The way to a screen in some state, in any language: by the names of inputs, keys and the documented `data-step`. */
export type Arrive = (scene: Scene, language: string) => Promise<void>;

/** Ways to the states of one screen, by what the state is called; '' for the screen as it opens. */
export type States = Readonly<Record<string, Arrive>>;

type Preset = Parameters<Scene['qa']['preset']>[0];

export const step = async ({ page }: Scene, name: string): Promise<void> => {
  await until(`the step ${name}`, () => page.$(`[data-step="${name}"]`));
};

/** Fills in a field and presses Enter. */
export const enter = async ({ I }: Scene, field: string, text: string): Promise<void> => {
  await I.replace(field, text);
  await I.pressKey('Enter');
};

export const start: Arrive = ({ app }, ui_locales) => app.startSignIn({ ui_locales });

export const startRegistering: Arrive = ({ app }, ui_locales) => app.startSignIn({ ui_locales, first_screen: 'register' });

/** The first screen of a tenant that is set up so. */
export const withPreset =
  (name: Preset, begin = start): Arrive =>
  async (scene, language) => {
    await scene.qa.preset(name);
    await begin(scene, language);
  };

/** What a page says when its address is opened by hand. */
export const at =
  (path: string, name: string): Arrive =>
  async (scene, language) => {
    await start(scene, language);
    // Whoever comes without an entry of ours in the history begins anew, in the browser's language.
    await scene.I.visit(`${scene.setup.origin}${path}?ui_locales=${language}`);
    await step(scene, name);
  };

/** One way, and something more at its end. */
export const then =
  (arrive: Arrive, more: (scene: Scene, language: string) => Promise<unknown>): Arrive =>
  async (scene, language) => {
    await arrive(scene, language);
    await more(scene, language);
  };

export const alert = ({ page }: Scene): Promise<unknown> =>
  until('an alert', () => page.$$eval('[role=alert]', (found) => found.some(({ textContent }) => textContent.trim() !== '')));

/** Something is said that is no failure. */
export const notice = ({ page }: Scene): Promise<unknown> => until('a notice', () => page.$('.sie-notice'));

export const dialog = ({ page }: Scene): Promise<unknown> => until('a dialog', () => page.$('dialog[open]'));

export const waiting = ({ page }: Scene): Promise<unknown> => until('the wait', () => page.$('[aria-busy=true]'));

/** Whatever is asked of the server takes long. */
export const slowly = ({ qa }: Scene): Promise<void> => qa.faults({ endpoint: '/api/experience*', latency: 20_000 });

/** The button that sends the form. */
export const submit = ({ page }: Scene): Promise<void> => page.click('button[type=submit]');

/** Chooses somebody on a provider's page. Its words are English in every language. */
export const allowAs = async ({ page }: Scene, person: string): Promise<void> => {
  await (await until('the choice of a person', () => page.$(`input[name=person][value=${person}]`))).click();
  await page.click('button[value=allow]');
};

/** Presses the button of a provider, whose page is a stand-in. */
export const providerButton = async ({ page }: Scene, target: string): Promise<void> => {
  await (await until('the provider', () => page.$(`[data-target="${target}"] button`))).click();
  onlyEmbedded(needs.standIns);
};

/** The screen for the code that was sent to this address. */
export const toCode =
  (address: (scene: Scene) => string, begin: Arrive = start): Arrive =>
  async (scene, language) => {
    await begin(scene, language);
    await enter(scene, 'identifier', address(scene));
    await step(scene, 'verification-code');
  };

/** Types the code that was sent to this address. */
export const giveCode = async (scene: Scene, address: string): Promise<void> => {
  await scene.I.type('passcode', await scene.setup.receiveCode(address));
};
