import type { Fixtures } from './e2e-suite.ts';
import type { Person } from './person.ts';
import { ProviderPage } from './provider-page.ts';

/** Text below an e-mail address that belongs to an enterprise connector. */
export const covered = 'Single Sign-On is enabled for this account';

/** From a first screen to the identity provider of the address's company. */
export async function goToCompany(I: Person, email: string): Promise<ProviderPage> {
  await I.replace('identifier', email);
  await I.see(covered);
  await I.press('Single Sign-On');
  return new ProviderPage(I);
}

export type SsoFixtures = Pick<Fixtures, 'I' | 'app' | 'qa'>;

/** Types an address on the sign-in screen that an enterprise connector covers. */
export async function typeAddress({ I, app, qa }: SsoFixtures, email: string): Promise<void> {
  await qa.preset('single-sign-on');
  await app.startSignIn();
  await I.type('identifier', email);
  await I.see(covered);
}
