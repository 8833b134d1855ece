import { until } from '../until.ts';
import {
  alert,
  allowAs,
  type Arrive,
  at,
  enter,
  providerButton,
  slowly,
  start,
  type States,
  step,
  submit,
  then,
  waiting,
  withPreset,
} from './arriving.ts';

export const socialLink: States = {
  '': then(start, async (scene) => {
    await providerButton(scene, 'dingtalk');
    await allowAs(scene, 'lin');
    await step(scene, 'social-link');
  }),
  waiting: then(start, async (scene) => {
    await providerButton(scene, 'dingtalk');
    await allowAs(scene, 'lin');
    await step(scene, 'social-link');
    await slowly(scene);
    await scene.page.click('.sie-form .sie-button');
    await waiting(scene);
  }),
  'no new accounts': then(withPreset('sign-in-only'), async (scene) => {
    await providerButton(scene, 'dingtalk');
    await allowAs(scene, 'lin');
    await step(scene, 'social-link');
  }),
};

const toCompanies: Arrive = async ({ app, qa }, ui_locales) => {
  await qa.preset('single-sign-on');
  await app.startSignIn({ ui_locales, first_screen: 'single_sign_on' });
};

export const singleSignOn: States = {
  '': toCompanies,
  'no company': then(toCompanies, async (scene) => {
    await enter(scene, 'identifier', 'somebody@example.com');
    await alert(scene);
  }),
  waiting: then(toCompanies, async (scene) => {
    await slowly(scene);
    await enter(scene, 'identifier', 'somebody@shared.example');
    await waiting(scene);
  }),
  'nothing typed': then(toCompanies, async (scene) => {
    await submit(scene);
    await alert(scene);
  }),
};

const toChoice: Arrive = then(toCompanies, async (scene) => {
  await enter(scene, 'identifier', 'somebody@shared.example');
  await step(scene, 'sso-connectors');
});

/** Of no address that anybody types here. */
const anotherCompany = {
  tenantId: 'default',
  id: 'another',
  providerName: 'OIDC',
  connectorName: 'another',
  config: {},
  domains: ['another.example'],
  branding: { displayName: 'Another' },
  syncProfile: false,
  enableTokenStorage: false,
  createdAt: 0,
};

export const ssoConnectors: States = {
  '': toChoice,
  waiting: then(toChoice, async (scene) => {
    await slowly(scene);
    await scene.page.click('.sie-social-item button');
    await waiting(scene);
  }),
  'none left': then(toChoice, async (scene) => {
    await scene.qa.tenant({ ssoConnectors: [anotherCompany] });
    await scene.I.reload();
    await step(scene, 'sso-connectors');
  }),
};

const asAlice: Arrive = then(start, async (scene) => {
  const { alice } = scene.setup.people;
  await enter(scene, 'identifier', alice.username);
  await step(scene, 'password');
  await enter(scene, 'password', alice.password);
  await scene.app.seeSignedIn();
});

export const switchAccount: States = {
  '': then(asAlice, async (scene, language) => {
    const { I } = scene;
    const { link } = await scene.qa.magicLink('maria@example.com');
    await I.visit(new URL(link, scene.setup.appAddress).href);
    await step(scene, 'switch-account');
    // The server's way there names no language.
    await I.visit(`${(await I.address()).href}&ui_locales=${language}`);
    await step(scene, 'switch-account');
  }),
};

/** Steps that run by themselves, caught while they do. */
const onTheWay =
  (path: string, name: string): Arrive =>
  async (scene, language) => {
    await start(scene, language);
    await slowly(scene);
    await scene.I.visit(`${scene.setup.origin}${path}app_id=${scene.setup.appId}&ui_locales=${language}`);
    await step(scene, name);
  };

export const oneTimeToken: States = {
  '': onTheWay('/one-time-token?one_time_token=none&login_hint=alice%40example.com&', 'one-time-token'),
};

export const resetToken: States = {
  '': onTheWay('/reset-password?one_time_token=none&login_hint=alice%40example.com&', 'reset-token'),
};

export const direct: States = { '': onTheWay('/direct/social/dingtalk?', 'direct') };

export const socialCallback: States = {
  '': then(start, async (scene) => {
    await providerButton(scene, 'dingtalk');
    await until('the provider', () => scene.page.$('input[name=person][value=chen]'));
    await slowly(scene);
    await allowAs(scene, 'chen');
    await step(scene, 'social-callback');
  }),
};

export const suspended: States = {
  '': then(start, async (scene) => {
    const { suspended: person } = scene.setup.people;
    await enter(scene, 'identifier', person.username);
    await step(scene, 'password');
    await enter(scene, 'password', person.password);
    await step(scene, 'account-suspended');
  }),
};

export const unknownSession: States = { '': at('/unknown-session', 'unknown-session') };

export const unavailable: States = {
  '': at('/mfa-verification', 'unavailable'),
  'a second step': then(start, async (scene) => {
    const { alice } = scene.setup.people;
    const code = 'session.mfa.require_mfa_verification';
    await scene.qa.faults({ endpoint: 'POST /api/experience/submit', status: 403, code });
    await enter(scene, 'identifier', alice.username);
    await step(scene, 'password');
    await enter(scene, 'password', alice.password);
    await step(scene, 'unavailable');
  }),
};

export const error: States = {
  '': at('/social/landing/dingtalk-web', 'error'),
  'a link that cannot be used': at('/one-time-token', 'error'),
  'something to try again': async (scene, language) => {
    await start(scene, language);
    await scene.qa.faults({ endpoint: '/api/experience*', offline: true });
    await scene.I.visit(
      `${scene.setup.origin}/one-time-token?one_time_token=none&login_hint=alice%40example.com&ui_locales=${language}`,
    );
    await step(scene, 'error');
  },
};

export const notFound: States = { '': at('/nonsense', 'not-found') };

/** No step at all: the settings cannot be had. */
export const withoutSettings: Arrive = then(start, async (scene) => {
  await scene.qa.preset('unusable');
  await scene.I.reload();
  await alert(scene);
});
