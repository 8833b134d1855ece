import { pageAddress } from './page-address.ts';
import type { Person } from './person.ts';
import type { Scene } from './stage.ts';

/** One more tab of the same profile, at an address of the page. */
export async function openTabAt({ I, setup }: Pick<Scene, 'I' | 'setup'>, path: string): Promise<Person> {
  const tab = await I.openTab();
  await tab.visit(pageAddress(setup, path));
  return tab;
}

/** Calls by which somebody gets further; what is only looked up is none. */
export const steps = (I: Person): readonly string[] =>
  I.traffic.calls().filter((call) => call.includes('/api/experience') && !call.includes('sso-connectors'));

/** Sends a form with one identifier by Enter. */
export async function enter(I: Person, identifier: string): Promise<void> {
  await I.replace('identifier', identifier);
  await I.pressKey('Enter');
}
