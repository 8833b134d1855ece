import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { screenStates } from './support/screen-states.ts';
import type { Fixtures } from './support/e2e-suite.ts';
import { e2eSuite } from './support/e2e-suite.ts';

const { withPage } = e2eSuite();

/** The inputs of the screen's form as a password manager finds them: in order, with what decides what they are for. */
const form = (page: Page) =>
  page.evaluate(() => {
    const forms = [...document.querySelectorAll('sign-in-experience form')].filter((element) => element.checkVisibility());
    const [only] = forms as HTMLFormElement[];
    return {
      forms: forms.length,
      inputs: [...(only?.elements ?? [])]
        .filter((element) => element instanceof HTMLInputElement)
        .map((input) => `${input.name} ${input.type} ${input.autocomplete}${input.readOnly ? ' readonly' : ''}`),
      hidden: [...(only?.elements ?? [])].filter(
        (element) =>
          element instanceof HTMLInputElement && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      ).length,
      outside: [...document.querySelectorAll<HTMLInputElement>('input')].filter(
        (input) => input.form !== only && input.checkVisibility(),
      ).length,
      submits: [...(only?.elements ?? [])].filter((element) => element.matches('button[type=submit]')).length,
      inLightDom: [...document.querySelectorAll('*')].every((element) => element.shadowRoot === null),
    };
  });

const expected = (inputs: readonly string[]) => ({ forms: 1, inputs, hidden: 0, outside: 0, submits: 1, inLightDom: true });

const method = (identifier: string, password: boolean, verificationCode: boolean) => ({
  identifier,
  password,
  verificationCode,
  isPasswordPrimary: password,
});

describe('A password manager finds', () => {
  for (const [what, methods, inputs] of [
    [
      'identifier and password together',
      ['username', 'email', 'phone'],
      ['identifier text username', 'password password current-password'],
    ],
    ['username and password', ['username'], ['identifier text username', 'password password current-password']],
    ['e-mail and password', ['email'], ['identifier text username', 'password password current-password']],
    ['phone and password', ['phone'], ['identifier tel tel', 'password password current-password']],
  ] as const) {
    it(
      `${what} in one form, visible, in this order`,
      withPage(async ({ I, app, page, qa }) => {
        await qa.settings({ signIn: { methods: methods.map((name) => method(name, true, false)) } });
        await app.startSignIn();
        await I.seeHeading('Sign in to your account');
        assert.deepEqual(await form(page), expected(inputs));
      }),
    );
  }

  it(
    'the identifier alone where it comes first, and beside the password on the next screen',
    withPage(async ({ I, app, page, setup }) => {
      const { alice } = setup.people;
      await app.startSignIn();
      await I.seeHeading('Sign in to your account');
      assert.deepEqual(await form(page), expected(['identifier text username']));
      for (const [text, shown] of [
        [alice.username, 'identifier text username readonly'],
        [alice.email, 'identifier email username readonly'],
      ] as const) {
        await I.replace('identifier', text);
        await I.press('Sign in');
        await I.seeHeading('Enter password');
        assert.deepEqual(await form(page), expected([shown, 'password password current-password']));
        await I.seeField('identifier', { value: text });
        await I.press('Back');
        await I.seeHeading('Sign in to your account');
      }
    }),
  );

  it(
    'a field for a one-time code, and no other that it could fill by mistake',
    withPage(async ({ I, app, page, setup }) => {
      await app.startSignIn();
      await I.type('identifier', `+${setup.people.alice.phone}`);
      await I.press('Sign in');
      await I.seeHeading('Verify your phone number');
      assert.deepEqual(await form(page), expected(['passcode text one-time-code']));
    }),
  );
});

const guide = readFileSync(new URL('../../docs/guides/password-managers.md', import.meta.url), 'utf8');
/** Rows of the guide's table: the state of a screen, and its fields. */
const rows = [...guide.matchAll(/^\| `([^`]+)` +\| (`.+?`) +\|/gm)].map(([, state = '', fields = '']) => ({
  state,
  fields: [...fields.matchAll(/`([^`]+)`/g)].map(([, field = '']) => field),
}));

describe('The guide about password managers says', () => {
  it('what stands on several screens', () => assert.ok(rows.length >= 6));
  for (const { state, fields } of rows) {
    it(
      `what stands on the screen: ${state}`,
      withPage(async (fixtures) => {
        const arrive = screenStates[state];
        assert.ok(arrive, `There is no "${state}".`);
        await arrive(fixtures, 'en');
        assert.deepEqual((await form(fixtures.page)).inputs, fields);
      }),
    );
  }
});

/** Fills as managers and browsers do: the value is there, the events that typing makes are not. */
const fillSilently = (page: Page, values: Readonly<Record<string, string>>) =>
  page.evaluate((given) => {
    for (const [name, value] of Object.entries(given)) {
      const input = document.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (input) input.value = value;
    }
  }, values);

describe('What a password manager fills in', () => {
  const together = async ({ app, qa }: Pick<Fixtures, 'app' | 'qa'>) => {
    await qa.preset('password-only');
    await app.startSignIn();
  };

  it(
    'without any event goes through when the person presses the button',
    withPage(async (fixtures) => {
      const { I, app, page, setup } = fixtures;
      await together(fixtures);
      await I.seeHeading('Sign in to your account');
      const { username, password } = setup.people.alice;
      await fillSilently(page, { identifier: username, password });
      await I.press('Sign in');
      await app.seeSignedIn({ username });
    }),
  );

  it(
    'stays when the screen says that it was wrong',
    withPage(async (fixtures) => {
      const { I, app, page, setup } = fixtures;
      await together(fixtures);
      await I.seeHeading('Sign in to your account');
      const { username, password } = setup.people.alice;
      await fillSilently(page, { identifier: username, password: 'old' });
      await I.press('Sign in');
      await I.seeAlert('Incorrect');
      await I.seeField('identifier', { value: username });
      await I.seeField('password', { value: 'old' });
      await fillSilently(page, { password });
      await I.press('Sign in');
      await app.seeSignedIn({ username });
    }),
  );

  it(
    'and submits by itself goes through, too',
    withPage(async (fixtures) => {
      const { I, app, page, setup } = fixtures;
      await together(fixtures);
      await I.seeHeading('Sign in to your account');
      const { phone, password } = setup.people.alice;
      await fillSilently(page, { identifier: `+${phone}`, password });
      await page.$eval('form', (element) => element.requestSubmit());
      await app.seeSignedIn({ phone_number: `+${phone}` });
    }),
  );

  it(
    'on the password screen alone goes through',
    withPage(async ({ I, app, page, setup }) => {
      const { username, password } = setup.people.alice;
      await app.startSignIn();
      await I.seeHeading('Sign in to your account');
      await fillSilently(page, { identifier: username });
      await I.press('Sign in');
      await I.seeHeading('Enter password');
      await fillSilently(page, { password });
      await I.press('Continue');
      await app.seeSignedIn({ username });
    }),
  );
});
