import type { Person } from './person.ts';
import { ProviderPage } from './provider-page.ts';

/** What stands below an address that a company takes care of. */
export const covered = 'Single Sign-On is enabled for this account';

/** From a first screen to the company that an address belongs to. */
export async function goToCompany(I: Person, email: string): Promise<ProviderPage> {
  await I.replace('identifier', email);
  await I.see(covered);
  await I.press('Single Sign-On');
  return new ProviderPage(I);
}
