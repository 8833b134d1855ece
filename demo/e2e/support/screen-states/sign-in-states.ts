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
  'nothing typed': then(start, async (scene) => {
    await submit(scene);
    await alert(scene);
  }),
  'phone number': typePhone,
  'list of countries': then(typePhone, async (scene) => {
    await scene.page.click(countryButton);
    await dialog(scene);
  }),
  'a notice': then(start, async (scene) => {
    await scene.qa.faults({ endpoint: '/api/experience*', status: 400, code: 'request.message_rate_limited' });
    await enter(scene, 'identifier', '+8613800000001');
    await alert(scene);
  }),
  waiting: then(start, async (scene) => {
    await slowly(scene);
    await enter(scene, 'identifier', '+8613800000001');
    await until('the calling code', () => scene.page.$('.sie-identifier-country'));
    await waiting(scene);
  }),
  'with password': withPreset('password-only'),
  'with password, refused': then(withPreset('password-only'), async (scene) => {
    await scene.I.replace('identifier', 'alice');
    await enter(scene, 'password', 'wrong');
    await alert(scene);
  }),
  'terms to tick': withPreset('manual-terms'),
  'question about terms': then(withPreset('manual-terms'), async (scene) => {
    await enter(scene, 'identifier', 'alice');
    await dialog(scene);
  }),
  'terms of new accounts': withPreset('registration-terms'),
  'one identifier': ({ app }, ui_locales) =>
    app.startSignIn({ ui_locales, first_screen: 'identifier:sign_in', identifier: 'email' }),
  'company noticed': then(withPreset('single-sign-on'), async ({ I, page }) => {
    await I.type('identifier', 'erin@acme.example');
    await until('the note', () => page.$('sie-field-note :not(:empty), sie-field-note:not(:empty)'));
    await until('the other ways to go', async () => (await page.$('sie-social-buttons')) === null);
  }),
  'captcha to tick': then(withPreset('captcha-checkbox'), async (scene) => {
    await enter(scene, 'identifier', '+8613800000001');
    await until('the captcha', () => scene.page.$('.sie-captcha input[type=checkbox]'));
  }),
  'captcha that cannot be loaded': then(withPreset('captcha-checkbox'), async (scene) => {
    await scene.qa.captcha('blocked');
    await enter(scene, 'identifier', '+8613800000001');
    await alert(scene);
  }),
  'after a new password': then(toResetPassword, async (scene) => {
    await enter(scene, 'newPassword', 'violet-Harbor-42');
    await step(scene, 'sign-in');
    await notice(scene);
  }),
  'companies alone': withPreset('single-sign-on-only'),
  'providers alone': withPreset('social-only'),
  'many providers': withPreset('many-connectors'),
  'nothing offered': async (scene, language) => {
    await scene.qa.settings({ signIn: { methods: [] }, socialSignInConnectorTargets: [] });
    await start(scene, language);
  },
  'pale brand': withPreset('pale-brand'),
  'dark brand': withPreset('dark'),
};

const toPassword: Arrive = then(start, async (scene) => {
  await enter(scene, 'identifier', scene.setup.people.alice.email);
  await step(scene, 'password');
});

export const password: States = {
  '': toPassword,
  'way to a new one': then(withPreset('recovery'), async (scene) => {
    await enter(scene, 'identifier', scene.setup.people.alice.email);
    await step(scene, 'password');
  }),
  wrong: then(toPassword, async (scene) => {
    await enter(scene, 'password', 'wrong');
    await alert(scene);
  }),
  expired: then(withPreset('password-expires'), async (scene) => {
    await enter(scene, 'identifier', 'expired');
    await step(scene, 'password');
    await enter(scene, 'password', 'demo-password-1');
    await dialog(scene);
  }),
  waiting: then(toPassword, async (scene) => {
    await slowly(scene);
    await enter(scene, 'password', 'wrong');
    await waiting(scene);
  }),
};
