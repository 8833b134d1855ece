import assert from 'node:assert/strict';
import type { PresetName } from '../../server/experience/presets.ts';
import type { Person } from './person.ts';
import type { Scene } from './stage.ts';

/** A new account, up to the tenant's own fields. */
export async function goToFields({ I, app, qa, setup }: Scene, preset: PresetName = 'profile-fields'): Promise<void> {
  const { email } = setup.stranger;
  await qa.preset(preset);
  await app.startSignIn({ first_screen: 'register' });
  await I.type('identifier', email);
  await I.press('Create account');
  await I.type('passcode', await setup.receiveCode(email));
  await I.seeHeading('Tell us about yourself');
}

/** Types a date as the browser's own control takes it: month, day, year. */
export async function typeDate(I: Person, field: string, digits: string): Promise<void> {
  await (await I.field(field)).focus();
  await I.keys(digits);
}

/** What nobody may leave out. */
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

/** The account that was made. */
export async function account({ qa, setup }: Scene) {
  const made = (await qa.users()).find(({ primaryEmail }) => primaryEmail === setup.stranger.email);
  assert.ok(made);
  return made;
}
