import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Person } from './support/person.ts';
import { account, fillRequired, goToFields, typeDate } from './support/profile-form.ts';
import { ProviderPage } from './support/provider-page.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** Labels in the order in which they stand. */
const labels = (I: Person): Promise<readonly string[]> =>
  I.page.$$eval('form label:not(.sie-button)', (found) => found.map((label) => label.textContent.trim()));

describe('The tenant’s own fields', () => {
  it(
    'stand in its order, and say which may be left out',
    withPage(async (fixtures) => {
      const { I, setup } = fixtures;
      await goToFields(fixtures);
      await I.seeAddress(`/continue/extra-profile?app_id=${setup.appId}`);
      await I.seeField('Company');
      assert.deepEqual(await labels(I), [
        'Avatar (Optional)',
        'First name',
        'Last name',
        'Nickname (Optional)',
        'Birthdate',
        'Gender (Optional)',
        'Website (Optional)',
        'Street address',
        'City',
        'State/Province (Optional)',
        'Zip code (Optional)',
        'Country',
        'Company',
        'Size of your team (Optional)',
        'Invitation code (Optional)',
        'Plan',
        'First day (Optional)',
        'Send me news',
      ]);
      await I.see('What friends call you.');
      await I.see('Three capital letters and three digits.');
    }),
  );

  it(
    'arrive at the server as they were entered, by keys alone',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await goToFields(fixtures);
      const enter = async (field: string, text: string) => {
        await I.tabToField(field);
        await I.keys(text);
      };
      await enter('First name', 'Ada');
      await enter('Last name', ' Lovelace ');
      await enter('Nickname (Optional)', 'Countess');
      await enter('Birthdate', '12101815');
      await enter('Gender (Optional)', 'Fem');
      await enter('Website (Optional)', 'https://ada.example/engine?a=1');
      await enter('Street address', '12 St James’s Square');
      await enter('City', 'London');
      await enter('State/Province (Optional)', 'Westminster');
      await enter('Zip code (Optional)', 'SW1Y 4JH');
      await enter('Country', 'United Kingdom');
      await enter('Company', '解析机关 & Söhne');
      await enter('Size of your team (Optional)', '12');
      await enter('Invitation code (Optional)', 'ADA123');
      await enter('Plan', 'Pro');
      await enter('First day (Optional)', '02292028');
      await I.tabTo('checkbox', 'Send me news');
      await I.pressKey(' ');
      await I.pressKey('Enter');
      await app.seeSignedIn();
      const { profile, customData } = await account(fixtures);
      assert.deepEqual(profile, {
        givenName: 'Ada',
        familyName: 'Lovelace',
        nickname: 'Countess',
        birthdate: '1815-12-10',
        gender: 'female',
        website: 'https://ada.example/engine?a=1',
        address: {
          formatted: '12 St James’s Square, London, Westminster, SW1Y 4JH, United Kingdom',
          streetAddress: '12 St James’s Square',
          locality: 'London',
          region: 'Westminster',
          postalCode: 'SW1Y 4JH',
          country: 'United Kingdom',
        },
      });
      assert.deepEqual(customData, {
        company: '解析机关 & Söhne',
        teamSize: '12',
        inviteCode: 'ADA123',
        plan: 'pro',
        startsOn: '29/02/2028',
        newsletter: 'false',
      });
    }),
  );

  it(
    'may be left out where the tenant says so, and are empty then',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await goToFields(fixtures);
      await fillRequired(I);
      await I.press('Continue');
      await app.seeSignedIn();
      const { profile, customData, avatar } = await account(fixtures);
      assert.deepEqual([profile['nickname'], profile['gender'], profile['website']], ['', '', '']);
      assert.deepEqual(customData, {
        company: 'Analytical Engines',
        teamSize: '',
        inviteCode: '',
        plan: 'pro',
        startsOn: '',
        newsletter: 'true',
      });
      assert.ok(!avatar);
    }),
  );

  it(
    'are asked for also when all of them may be left out',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await goToFields(fixtures, 'optional-profile-fields');
      await I.seeField('Nickname (Optional)');
      assert.deepEqual(await labels(I), ['Nickname (Optional)', 'How did you hear about us? (Optional)']);
      await I.press('Continue');
      await app.seeSignedIn();
    }),
  );

  it(
    'are those that the tenant chose, in its order',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await goToFields(fixtures, 'chosen-profile-fields');
      await I.seeField('Company');
      assert.deepEqual(await labels(I), ['Company', 'Birthdate']);
      await I.seeField('Company', { focused: true });
      await I.keys('Acme');
      await typeDate(I, 'Birthdate', '01022003');
      await I.pressKey('Enter');
      await app.seeSignedIn();
      const { profile, customData } = await account(fixtures);
      assert.deepEqual([profile['birthdate'], customData['company']], ['2003-01-02', 'Acme']);
    }),
  );

  it(
    'are asked of whom a provider brings, too',
    withPage(async ({ I, app, qa }) => {
      await qa.preset('chosen-profile-fields');
      await qa.settings({ socialSignIn: { skipRequiredIdentifiers: false } });
      await app.startSignIn();
      await I.press('Continue with DingTalk');
      await new ProviderPage(I).allowAs('newcomer');
      await I.seeHeading('Tell us about yourself');
      await I.type('Company', 'Acme');
      await typeDate(I, 'Birthdate', '01022003');
      await I.press('Continue');
      await app.seeSignedIn();
    }),
  );
});
