import assert from 'node:assert/strict';
import type { PresetName } from '../../server/experience/presets.ts';
import type { Person } from './person.ts';
import type { Fixtures } from './e2e-suite.ts';

/** Registers an account, up to the screen with the tenant's profile fields. */
export async function goToFields({ I, app, qa, setup }: Fixtures, preset: PresetName = 'profile-fields'): Promise<void> {
  const { email } = setup.stranger;
  await qa.preset(preset);
  await app.startSignIn({ first_screen: 'register' });
  await I.type('identifier', email);
  await I.press('Create account');
  await I.type('passcode', await setup.receiveCode(email));
  await I.seeHeading('Tell us about yourself');
}

/** Types a date into the browser's date input: month, day, year. */
export async function typeDate(I: Person, field: string, digits: string): Promise<void> {
  await (await I.field(field)).focus();
  await I.keys(digits);
}

/** Fills in the required fields. */
export async function fillRequired(I: Person): Promise<void> {
  await I.type('First name', 'Ada');
  await I.type('Last name', 'Lovelace');
  await typeDate(I, 'Birthdate', '12101815');
  await I.type('Street address', '12 St James’s Square');
  await I.type('City', 'London');
  await I.type('Country', 'United Kingdom');
  await I.type('Company', 'Analytical Engines');
  await I.choose('Plan', 'Professional');
}

/** The account that was created. */
export async function account({ qa, setup }: Fixtures) {
  const made = (await qa.users()).find(({ primaryEmail }) => primaryEmail === setup.stranger.email);
  assert.ok(made);
  return made;
}
