import type { StepName } from '../../../src/flow/index.ts';
import { steps } from '../../../src/flow/steps/index.ts';
import { byRole } from './onlooker.ts';
import { ProviderPage } from './provider-page.ts';
import type { Scene } from './stage.ts';
import { until } from './until.ts';

/** Where a person can be on their way: a step of the page, the app, the site that the app belongs to, or the page of a provider. */
export type Place = StepName | 'app' | 'home' | 'provider' | 'signed in';

/** Where the person is; undefined while there is nothing that anybody could use. */
async function placeOf({ I, page }: Scene): Promise<Place | undefined> {
  const step = await page.$eval('[data-step]', (element) => (element as HTMLElement).dataset['step']).catch(() => undefined);
  if (step !== undefined) return steps[step as StepName].run ? undefined : (step as StepName);
  const text = await I.text();
  if (text.includes('You are signed in')) return 'signed in';
  if (text.includes('You are not signed in')) return 'app';
  if (text.includes('wants to sign you in')) return 'provider';
  return text !== '' && (await I.address()).pathname === '/' ? 'home' : undefined;
}

export async function seePlace(scene: Scene, expected: Place): Promise<void> {
  let seen: Place | undefined;
  await until(
    async () => `"${expected}", seen "${String(seen)}": ${await scene.I.text()}`,
    async () => (seen = await placeOf(scene)) === expected,
  );
}

/** What leads on, by its name; the first that is there is taken. */
const waysOn = [
  'Back',
  'Back to sign in',
  'Back to the app',
  'Back to current account',
  'All sign-in options',
  'Sign in',
] as const;

async function pressWayOn({ I }: Scene): Promise<void> {
  const wayOn = await until('something that leads on', async () => {
    for (const name of waysOn) {
      const found = (await I.query(byRole('button', name))) ?? (await I.query(byRole('link', name)));
      if (found && !(await found.evaluate((element) => element.matches(':disabled')))) return found;
    }
    return undefined;
  });
  await wayOn.evaluate((element) => {
    (element as HTMLElement).click();
  });
}

/** What one does who only wants to be signed in, wherever they are. */
async function goOn(scene: Scene, place: Place): Promise<void> {
  const { I, app, setup } = scene;
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
  return pressWayOn(scene);
}

/**
 * Goes on until Alice is signed in, by what each screen offers. Gives back where that led.
 * @throws Error where it leads nowhere, or in circles
 */
export async function signInFromHere(scene: Scene): Promise<readonly Place[]> {
  const trail: Place[] = [];
  while (trail.length < 10) {
    const place = await until(
      async () => `a way on after ${trail.join(', ')}. There is: ${await scene.I.text()}`,
      async () => {
        const now = await placeOf(scene);
        return now === trail.at(-1) ? undefined : now;
      },
    );
    trail.push(place);
    if (place === 'signed in') return trail;
    await goOn(scene, place);
  }
  throw new Error(`Going in circles: ${trail.join(', ')}`);
}
