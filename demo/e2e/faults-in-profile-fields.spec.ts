import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { account, fillRequired, goToFields, typeDate } from './support/profile-form.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

describe('Values of custom profile fields', () => {
  it(
    'are checked before the request: all errors are shown, and the first invalid field has the focus',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await goToFields(fixtures);
      I.traffic.clear();
      await I.press('Continue');
      await I.seeField('First name', { focused: true });
      await I.see('Full name is required');
      await I.seeField('Birthdate', { error: 'Birthdate is required' });
      await I.see('Address is required');
      await I.seeField('Company', { error: 'Company is required' });
      await I.seeField('Plan', { error: 'Plan is required' });
      await I.seeField('Nickname (Optional)', { error: '' });
      assert.deepEqual(I.traffic.calls(), []);
      await I.keys('Ada');
      await I.type('Last name', 'Lovelace');
      await I.dontSee('Full name is required');
      await I.pressKey('Enter');
      await I.seeField('Birthdate', { focused: true });
    }),
  );

  for (const [field, typed, error, mended] of [
    ['Nickname (Optional)', 'A', 'The length of the input value should be between 2 and 20', 'Countess'],
    ['Website (Optional)', 'ada.example', 'The Website is invalid', 'https://ada.example'],
    ['Website (Optional)', 'javascript:alert(1)', 'The Website is invalid', 'http://ada.example'],
    ['Size of your team (Optional)', 'many', 'The Size of your team is invalid', '12'],
    ['Size of your team (Optional)', '501', 'The input value should be between 1 and 500', '500'],
    ['Invitation code (Optional)', 'abc123', 'The Invitation code is invalid', 'ABC123'],
  ] as const) {
    it(
      `show an error at "${field}" if invalid: ${typed}`,
      withPage(async (fixtures) => {
        const { I, app } = fixtures;
        await goToFields(fixtures);
        await fillRequired(I);
        await I.type(field, typed);
        I.traffic.clear();
        await I.press('Continue');
        await I.seeField(field, { error, focused: true, value: typed });
        assert.deepEqual(I.traffic.calls(), []);
        await I.replace(field, mended);
        await I.seeField(field, { error: '' });
        await I.pressKey('Enter');
        await app.seeSignedIn();
      }),
    );
  }

  it(
    'are invalid with an incomplete date',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await goToFields(fixtures, 'chosen-profile-fields');
      await I.type('Company', 'Acme');
      await typeDate(I, 'Birthdate', '02');
      await I.press('Continue');
      await I.seeField('Birthdate', { error: 'The Birthdate is invalid', focused: true });
    }),
  );

  it(
    'survive a reload',
    withPage(async (fixtures) => {
      const { I, app } = fixtures;
      await goToFields(fixtures);
      await fillRequired(I);
      await I.type('Nickname (Optional)', 'Countess');
      await I.choose('Gender (Optional)', 'Prefer not to say');
      await I.tick('Send me news');
      await I.reload();
      await I.seeHeading('Tell us about yourself');
      await I.seeField('First name', { value: 'Ada' });
      await I.seeField('Birthdate', { value: '1815-12-10' });
      await I.seeField('City', { value: 'London' });
      await I.seeField('Plan', { value: 'pro' });
      await I.press('Continue');
      await app.seeSignedIn();
      const { profile, customData } = await account(fixtures);
      assert.deepEqual(
        [profile['nickname'], profile['gender'], customData['newsletter']],
        ['Countess', 'prefer_not_to_say', 'false'],
      );
    }),
  );

  it(
    'survive going back and forward, and are removed once submitted',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      await goToFields(fixtures, 'chosen-profile-fields');
      await I.type('Company', 'Acme');
      await I.goBack();
      await I.seeHeading('Create your account');
      await I.goForward();
      await I.seeHeading('Tell us about yourself');
      await I.seeField('Company', { value: 'Acme' });
      await typeDate(I, 'Birthdate', '01022003');
      await I.press('Continue');
      await app.seeSignedIn({ email: setup.stranger.email });
      assert.ok(!(await I.page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).includes('Acme'));
    }),
  );

  it(
    'stay when the server rejects them or cannot be reached, and can be sent again',
    withPage(async (fixtures) => {
      const { I, app, qa } = fixtures;
      await goToFields(fixtures, 'chosen-profile-fields');
      await I.type('Company', 'Acme');
      await typeDate(I, 'Birthdate', '01022003');
      const endpoint = 'POST /api/experience/profile';
      await qa.faults({ endpoint, status: 400, code: 'custom_profile_fields.name_conflict_custom_data' });
      await I.press('Continue');
      await I.seeAlert('Something you entered is not valid. Check it and try again.');
      await qa.faults({ endpoint, offline: true });
      await I.press('Continue');
      await I.seeAlert('You seem to be offline');
      await qa.faults();
      await I.seeField('Company', { value: 'Acme' });
      await I.seeFocusKept();
      await I.press('Continue');
      await app.seeSignedIn();
    }),
  );
});
