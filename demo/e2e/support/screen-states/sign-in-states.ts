import { until } from '../until.ts';
import { toResetPassword } from './account-states.ts';
import {
  alert,
  type Arrive,
  dialog,
  enter,
  notice,
  slowly,
  start,
  type States,
  step,
  submit,
  then,
  waiting,
  withPreset,
} from './arriving.ts';

const countryButton = '.sie-identifier-country:enabled';

const typePhone: Arrive = then(start, ({ I, page }) =>
  I.type('identifier', '+8613800000001').then(() => until('the calling code', () => page.$(countryButton))),
);

export const signIn: States = {
  '': start,
  'nothing typed': then(start, async (fixtures) => {
    await submit(fixtures);
    await alert(fixtures);
  }),
  'phone number': typePhone,
  'list of countries': then(typePhone, async (fixtures) => {
    await fixtures.page.click(countryButton);
    await dialog(fixtures);
  }),
  'a notice': then(start, async (fixtures) => {
    await fixtures.qa.faults({ endpoint: '/api/experience*', status: 400, code: 'request.message_rate_limited' });
    await enter(fixtures, 'identifier', '+8613800000001');
    await alert(fixtures);
  }),
  waiting: then(start, async (fixtures) => {
    await slowly(fixtures);
    await enter(fixtures, 'identifier', '+8613800000001');
    await until('the calling code', () => fixtures.page.$('.sie-identifier-country'));
    await waiting(fixtures);
  }),
  'with password': withPreset('password-only'),
  'with password, refused': then(withPreset('password-only'), async (fixtures) => {
    await fixtures.I.replace('identifier', 'alice');
    await enter(fixtures, 'password', 'wrong');
    await alert(fixtures);
  }),
  'terms to tick': withPreset('manual-terms'),
  'question about terms': then(withPreset('manual-terms'), async (fixtures) => {
    await enter(fixtures, 'identifier', 'alice');
    await dialog(fixtures);
  }),
  'terms of new accounts': withPreset('registration-terms'),
  'one identifier': ({ app }, ui_locales) =>
    app.startSignIn({ ui_locales, first_screen: 'identifier:sign_in', identifier: 'email' }),
  'company noticed': then(withPreset('single-sign-on'), async ({ I, page }) => {
    await I.type('identifier', 'erin@acme.example');
    await until('the note', () => page.$('sie-field-note :not(:empty), sie-field-note:not(:empty)'));
    await until('the other ways to go', async () => (await page.$('sie-social-buttons')) === null);
  }),
  'captcha to tick': then(withPreset('captcha-checkbox'), async (fixtures) => {
    await enter(fixtures, 'identifier', '+8613800000001');
    await until('the captcha', () => fixtures.page.$('.sie-captcha input[type=checkbox]'));
  }),
  'captcha that cannot be loaded': then(withPreset('captcha-checkbox'), async (fixtures) => {
    await fixtures.qa.captcha('blocked');
    await enter(fixtures, 'identifier', '+8613800000001');
    await alert(fixtures);
  }),
  'after a new password': then(toResetPassword, async (fixtures) => {
    await enter(fixtures, 'newPassword', 'violet-Harbor-42');
    await step(fixtures, 'sign-in');
    await notice(fixtures);
  }),
  'companies alone': withPreset('single-sign-on-only'),
  'providers alone': withPreset('social-only'),
  'many providers': withPreset('many-connectors'),
  'nothing offered': async (fixtures, language) => {
    await fixtures.qa.settings({ signIn: { methods: [] }, socialSignInConnectorTargets: [] });
    await start(fixtures, language);
  },
  'pale brand': withPreset('pale-brand'),
  'dark brand': withPreset('dark'),
};

const toPassword: Arrive = then(start, async (fixtures) => {
  await enter(fixtures, 'identifier', fixtures.setup.people.alice.email);
  await step(fixtures, 'password');
});

export const password: States = {
  '': toPassword,
  'way to a new one': then(withPreset('recovery'), async (fixtures) => {
    await enter(fixtures, 'identifier', fixtures.setup.people.alice.email);
    await step(fixtures, 'password');
  }),
  wrong: then(toPassword, async (fixtures) => {
    await enter(fixtures, 'password', 'wrong');
    await alert(fixtures);
  }),
  expired: then(withPreset('password-expires'), async (fixtures) => {
    await enter(fixtures, 'identifier', 'expired');
    await step(fixtures, 'password');
    await enter(fixtures, 'password', 'demo-password-1');
    await dialog(fixtures);
  }),
  waiting: then(toPassword, async (fixtures) => {
    await slowly(fixtures);
    await enter(fixtures, 'password', 'wrong');
    await waiting(fixtures);
  }),
};
