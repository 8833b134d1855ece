import { pageAddress } from './page-address.ts';
import type { Person } from './person.ts';
import type { Fixtures } from './e2e-suite.ts';

/** Opens a tab of the same profile at an address of the page. */
export async function openTabAt({ I, setup }: Pick<Fixtures, 'I' | 'setup'>, path: string): Promise<Person> {
  const tab = await I.openTab();
  await tab.visit(pageAddress(setup, path));
  return tab;
}

/** Experience API calls that advance the sign-in; lookups are left out. */
export const steps = (I: Person): readonly string[] =>
  I.traffic.calls().filter((call) => call.includes('/api/experience') && !call.includes('sso-connectors'));

/** Fills in the identifier and presses Enter. */
export async function enter(I: Person, identifier: string): Promise<void> {
  await I.replace('identifier', identifier);
  await I.pressKey('Enter');
}
