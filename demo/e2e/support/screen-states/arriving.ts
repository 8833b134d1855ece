import { needs, onlyEmbedded } from '../real-limits.ts';
import type { Fixtures } from '../e2e-suite.ts';
import { until } from '../until.ts';

/** Brings a screen into a state, in any language: uses names of inputs, keys and the documented `data-step`. */
export type Arrive = (fixtures: Fixtures, language: string) => Promise<void>;

/** The states of one screen by name; '' for the screen as it opens. */
export type States = Readonly<Record<string, Arrive>>;

type Preset = Parameters<Fixtures['qa']['preset']>[0];

export const step = async ({ page }: Fixtures, name: string): Promise<void> => {
  await until(`the step ${name}`, () => page.$(`[data-step="${name}"]`));
};

/** Fills in a field and presses Enter. */
export const enter = async ({ I }: Fixtures, field: string, text: string): Promise<void> => {
  await I.replace(field, text);
  await I.pressKey('Enter');
};

export const start: Arrive = ({ app }, ui_locales) => app.startSignIn({ ui_locales });

export const startRegistering: Arrive = ({ app }, ui_locales) => app.startSignIn({ ui_locales, first_screen: 'register' });

/** The first screen of a tenant with this preset. */
export const withPreset =
  (name: Preset, begin = start): Arrive =>
  async (fixtures, language) => {
    await fixtures.qa.preset(name);
    await begin(fixtures, language);
  };

/** The page after its address was opened by hand. */
export const at =
  (path: string, name: string): Arrive =>
  async (fixtures, language) => {
    await start(fixtures, language);
    // Without history state of ours the flow starts anew, in the browser's language.
    await fixtures.I.visit(`${fixtures.setup.origin}${path}?ui_locales=${language}`);
    await step(fixtures, name);
  };

/** Arrives, then does something more. */
export const then =
  (arrive: Arrive, more: (fixtures: Fixtures, language: string) => Promise<unknown>): Arrive =>
  async (fixtures, language) => {
    await arrive(fixtures, language);
    await more(fixtures, language);
  };

export const alert = ({ page }: Fixtures): Promise<unknown> =>
  until('an alert', () => page.$$eval('[role=alert]', (found) => found.some(({ textContent }) => textContent.trim() !== '')));

/** Waits for a notice that is no error. */
export const notice = ({ page }: Fixtures): Promise<unknown> => until('a notice', () => page.$('.sie-notice'));

export const dialog = ({ page }: Fixtures): Promise<unknown> => until('a dialog', () => page.$('dialog[open]'));

export const waiting = ({ page }: Fixtures): Promise<unknown> => until('the wait', () => page.$('[aria-busy=true]'));

/** Delays all responses of the Experience API. */
export const slowly = ({ qa }: Fixtures): Promise<void> => qa.faults({ endpoint: '/api/experience*', latency: 20_000 });

/** Presses the submit button. */
export const submit = ({ page }: Fixtures): Promise<void> => page.click('button[type=submit]');

/** Chooses a person on a provider's page, which is always in English. */
export const allowAs = async ({ page }: Fixtures, person: string): Promise<void> => {
  await (await until('the choice of a person', () => page.$(`input[name=person][value=${person}]`))).click();
  await page.click('button[value=allow]');
};

/** Presses the button of a provider; its page is simulated. */
export const providerButton = async ({ page }: Fixtures, target: string): Promise<void> => {
  await (await until('the provider', () => page.$(`[data-target="${target}"] button`))).click();
  onlyEmbedded(needs.standIns);
};

/** The screen for the code that was sent to this address. */
export const toCode =
  (address: (fixtures: Fixtures) => string, begin: Arrive = start): Arrive =>
  async (fixtures, language) => {
    await begin(fixtures, language);
    await enter(fixtures, 'identifier', address(fixtures));
    await step(fixtures, 'verification-code');
  };

/** Types the code that was sent to this address. */
export const giveCode = async (fixtures: Fixtures, address: string): Promise<void> => {
  await fixtures.I.type('passcode', await fixtures.setup.receiveCode(address));
};
