import type { StepName } from '../../../src/flow/index.ts';
import { steps } from '../../../src/flow/steps/index.ts';
import { byRole } from './page-reader.ts';
import { ProviderPage } from './provider-page.ts';
import type { Fixtures } from './e2e-suite.ts';
import { until } from './until.ts';

/** Where a person can be during a sign-in: a step of the page, the app, the app's website, or the page of a provider. */
export type Place = StepName | 'app' | 'home' | 'provider' | 'signed in';

/** Where the person is; undefined while nothing can be used. */
async function placeOf({ I, page }: Fixtures): Promise<Place | undefined> {
  const step = await page.$eval('[data-step]', (element) => (element as HTMLElement).dataset['step']).catch(() => undefined);
  if (step !== undefined) return steps[step as StepName].run ? undefined : (step as StepName);
  const text = await I.text();
  if (text.includes('You are signed in')) return 'signed in';
  if (text.includes('You are not signed in')) return 'app';
  if (text.includes('wants to sign you in')) return 'provider';
  return text !== '' && (await I.address()).pathname === '/' ? 'home' : undefined;
}

export async function seePlace(fixtures: Fixtures, expected: Place): Promise<void> {
  let seen: Place | undefined;
  await until(
    async () => `"${expected}", seen "${String(seen)}": ${await fixtures.I.text()}`,
    async () => (seen = await placeOf(fixtures)) === expected,
  );
}

/** Names of buttons and links that continue the sign-in; the first that exists is used. */
const continueButtons = [
  'Back',
  'Back to sign in',
  'Back to the app',
  'Back to current account',
  'All sign-in options',
  'Sign in',
] as const;

async function pressContinueButton({ I }: Fixtures): Promise<void> {
  const button = await until('a button or link that continues', async () => {
    for (const name of continueButtons) {
      const found = (await I.query(byRole('button', name))) ?? (await I.query(byRole('link', name)));
      if (found && !(await found.evaluate((element) => element.matches(':disabled')))) return found;
    }
    return undefined;
  });
  await button.evaluate((element) => {
    (element as HTMLElement).click();
  });
}

/** Takes the next action towards being signed in. */
async function continueFrom(fixtures: Fixtures, place: Place): Promise<void> {
  const { I, app, setup } = fixtures;
  if (place === 'home') return app.open();
  if (place === 'sign-in') {
    await I.replace('identifier', setup.people.alice.username);
    return I.press('Sign in');
  }
  if (place === 'password') {
    await I.replace('password', setup.people.alice.password);
    return I.press('Continue');
  }
  if (place === 'provider') return new ProviderPage(I).cancel();
  return pressContinueButton(fixtures);
}

/**
 * Continues until Alice is signed in, with what each screen offers. Returns the places on the way.
 * @throws Error when a screen offers nothing, or when the sign-in goes in circles
 */
export async function signInFromHere(fixtures: Fixtures): Promise<readonly Place[]> {
  const trail: Place[] = [];
  while (trail.length < 10) {
    const place = await until(
      async () => `a place to continue from after ${trail.join(', ')}. There is: ${await fixtures.I.text()}`,
      async () => {
        const now = await placeOf(fixtures);
        return now === trail.at(-1) ? undefined : now;
      },
    );
    trail.push(place);
    if (place === 'signed in') return trail;
    await continueFrom(fixtures, place);
  }
  throw new Error(`Going in circles: ${trail.join(', ')}`);
}
