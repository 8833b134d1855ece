import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { intercept, isCall } from './support/interception.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';
import { until } from './support/until.ts';

const { withPage } = e2eSuite();

type Preset = Parameters<Fixtures['qa']['preset']>[0];

/** By a username where people sign up with one, else by the code of an e-mail. */
async function goToPassword({ I, app, qa, setup }: Fixtures, preset: Preset): Promise<void> {
  await qa.preset(preset);
  await app.startSignIn({ first_screen: 'register' });
  const { username, email } = setup.stranger;
  const isByName = preset === 'password-policy' || preset === 'username-only';
  await I.type('identifier', isByName ? username : email);
  await I.press('Create account');
  if (!isByName) await I.type('passcode', await setup.receiveCode(email));
  await I.seeHeading('Set password');
}

const rulesMet = ({ page }: Fixtures) =>
  page.$$eval('.sie-rule', (rules) => rules.map((rule) => (rule.textContent.includes('Fulfilled') ? 'met' : 'open')).join(' '));

describe('The screen for a new password', () => {
  it(
    'asks once where a forgotten password can be reset',
    withPage(async (fixtures) => {
      const { I, app, page, setup } = fixtures;
      await goToPassword(fixtures, 'password-needed-recovery');
      await I.seeField('newPassword', { focused: true });
      assert.equal(await page.$('input[name=confirmPassword]'), null);
      await I.keys(setup.stranger.password);
      await I.press('Save password');
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );

  it(
    'asks twice where it cannot, and says beside the second field that the two differ',
    withPage(async (fixtures) => {
      const { I, app, setup } = fixtures;
      const { email, password } = setup.stranger;
      await goToPassword(fixtures, 'password-needed');
      await I.type('newPassword', password);
      await I.type('confirmPassword', `${password}x`);
      await I.press('Save password');
      await I.seeField('confirmPassword', { error: 'Your passwords don’t match.', focused: true });
      await I.seeField('newPassword', { value: password, error: '' });
      await I.replace('confirmPassword', password);
      await I.seeField('confirmPassword', { error: '' });
      await I.press('Save password');
      await app.seeSignedIn({ email });
    }),
  );

  it(
    'shows password managers whose password it is, and that it is a new one',
    withPage(async (fixtures) => {
      const { page, setup } = fixtures;
      await goToPassword(fixtures, 'password-needed');
      const inputs = await page.$$eval('form input', (found) =>
        found.map((input) => `${input.name} ${input.autocomplete} ${input.readOnly ? input.value : ''}`.trim()),
      );
      assert.deepEqual(inputs, [
        `identifier username ${setup.stranger.email}`,
        'newPassword new-password',
        'confirmPassword new-password',
      ]);
    }),
  );

  it(
    'asks for one, beside the field, when there is none',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await goToPassword(fixtures, 'password-needed');
      I.traffic.clear();
      await I.press('Save password');
      await I.seeField('newPassword', { error: 'Password is required', focused: true });
      assert.deepEqual(I.traffic.calls(), []);
    }),
  );

  it(
    'says the rules of the tenant and ticks them off while one types',
    withPage(async (fixtures) => {
      const { I } = fixtures;
      await goToPassword(fixtures, 'password-policy');
      await I.see('Requires a minimum of 10 characters');
      await I.see('Should contain at least 3 types of uppercase letters, lowercase letters, digits, and symbols');
      assert.equal(await rulesMet(fixtures), 'open open');
      await I.type('newPassword', 'aB3');
      await until('the kinds to be met', async () => (await rulesMet(fixtures)) === 'open met');
      await I.type('newPassword', 'violets');
      await until('both to be met', async () => (await rulesMet(fixtures)) === 'met met');
      await I.replace('newPassword', 'violet-harbor');
      await until('the kinds to be open', async () => (await rulesMet(fixtures)) === 'met open');
    }),
  );

  for (const [typed, error] of [
    ['aB3-x', 'Minimum length is 10.'],
    ['violetharbor', 'At least 3 types of characters are required.'],
    [`aB3-${'violet'.repeat(11)}`, 'Maximum length is 64.'],
    ['Violetté-Harbor-42', 'Unsupported character found.'],
  ] as const) {
    it(
      `says about "${typed.slice(0, 20)}" what is missing, and asks the server nothing: ${error}`,
      withPage(async (fixtures) => {
        const { I } = fixtures;
        await goToPassword(fixtures, 'password-policy');
        await I.type('newPassword', typed);
        await I.type('confirmPassword', typed);
        I.traffic.clear();
        await I.press('Save password');
        await I.seeField('newPassword', { error, focused: true, value: typed });
        assert.deepEqual(I.traffic.calls(), []);
      }),
    );
  }

  for (const [what, preset, typed, error] of [
    ['the name of the product', 'password-policy', 'AcmeAcme1!', 'Avoid overusing product context.'],
    ['the person’s own name', 'password-policy', 'Stranger1!', 'Avoid overusing your personal information.'],
    ['a leaked one', 'username-only', 'password1', 'Avoid using simple passwords that are easy to guess.'],
  ] as const) {
    it(
      `says beside the field what the server has against ${what}; another one goes through`,
      withPage(async (fixtures) => {
        const { I, app, setup } = fixtures;
        await goToPassword(fixtures, preset);
        await I.type('newPassword', typed);
        await I.type('confirmPassword', typed);
        await I.press('Save password');
        await I.seeField('newPassword', { error, focused: true });
        await I.replace('newPassword', setup.stranger.password);
        await I.replace('confirmPassword', setup.stranger.password);
        await I.press('Save password');
        await app.seeSignedIn({ username: setup.stranger.username });
      }),
    );
  }

  it(
    'says a rejection that it does not know in words, too',
    withPage(async (fixtures) => {
      const { I, page } = fixtures;
      await goToPassword(fixtures, 'username-only');
      await intercept(page, (request) =>
        isCall(request, 'POST /api/experience/profile')
          ? {
              status: 422,
              body: { code: 'password.rejected', message: 'Rejected.', data: [{ code: 'password_rejected.brand_new' }] },
            }
          : undefined,
      );
      await I.type('newPassword', 'violet-Harbor-42');
      await I.type('confirmPassword', 'violet-Harbor-42');
      await I.press('Save password');
      await I.seeField('newPassword', { error: 'This password is not accepted here. Choose another one.', focused: true });
    }),
  );

  it(
    'sends one password, however often the button is pressed',
    withPage(async (fixtures) => {
      const { I, app, page, setup } = fixtures;
      await goToPassword(fixtures, 'password-needed-recovery');
      await I.type('newPassword', setup.stranger.password);
      I.traffic.clear();
      await page.evaluate(() => {
        const button = document.querySelector<HTMLButtonElement>('button[type=submit]');
        button?.click();
        button?.click();
        button?.form?.requestSubmit();
      });
      await app.seeSignedIn();
      assert.equal(I.traffic.calls().filter((call) => call === 'POST /api/experience/profile').length, 1);
    }),
  );

  it(
    'keeps what was typed when the server cannot be reached, and goes on when it can',
    withPage(async (fixtures) => {
      const { I, app, qa, setup } = fixtures;
      await goToPassword(fixtures, 'password-needed-recovery');
      await I.type('newPassword', setup.stranger.password);
      await qa.faults({ endpoint: 'POST /api/experience/profile', offline: true });
      await I.press('Save password');
      await I.seeAlert('Check your connection');
      await I.seeField('newPassword', { value: setup.stranger.password, readonly: false });
      await qa.faults();
      await I.press('Save password');
      await app.seeSignedIn({ email: setup.stranger.email });
    }),
  );

  it(
    'shows each of its fields when asked to',
    withPage(async (fixtures) => {
      const { I, page } = fixtures;
      await goToPassword(fixtures, 'password-needed');
      await I.type('newPassword', 'seen');
      await I.press('Show password');
      assert.deepEqual(await page.$$eval('input[name$=assword]', (inputs) => inputs.map(({ type }) => type)), [
        'text',
        'password',
      ]);
    }),
  );
});
