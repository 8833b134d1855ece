import type { Fixtures } from './e2e-suite.ts';

/** Starts a sign-in as Alice and fills in her password, without submitting it. */
export async function goToPassword({ I, app, setup }: Pick<Fixtures, 'I' | 'app' | 'setup'>): Promise<void> {
  await app.startSignIn();
  await I.type('identifier', setup.people.alice.username);
  await I.press('Sign in');
  await I.seeHeading('Enter password');
  await I.type('password', setup.people.alice.password);
}
