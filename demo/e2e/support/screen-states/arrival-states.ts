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
  '': then(start, async (fixtures) => {
    await providerButton(fixtures, 'dingtalk');
    await allowAs(fixtures, 'lin');
    await step(fixtures, 'social-link');
  }),
  waiting: then(start, async (fixtures) => {
    await providerButton(fixtures, 'dingtalk');
    await allowAs(fixtures, 'lin');
    await step(fixtures, 'social-link');
    await slowly(fixtures);
    await fixtures.page.click('.sie-form .sie-button');
    await waiting(fixtures);
  }),
  'no new accounts': then(withPreset('sign-in-only'), async (fixtures) => {
    await providerButton(fixtures, 'dingtalk');
    await allowAs(fixtures, 'lin');
    await step(fixtures, 'social-link');
  }),
};

const toCompanies: Arrive = async ({ app, qa }, ui_locales) => {
  await qa.preset('single-sign-on');
  await app.startSignIn({ ui_locales, first_screen: 'single_sign_on' });
};

export const singleSignOn: States = {
  '': toCompanies,
  'no company': then(toCompanies, async (fixtures) => {
    await enter(fixtures, 'identifier', 'somebody@example.com');
    await alert(fixtures);
  }),
  waiting: then(toCompanies, async (fixtures) => {
    await slowly(fixtures);
    await enter(fixtures, 'identifier', 'somebody@shared.example');
    await waiting(fixtures);
  }),
  'nothing typed': then(toCompanies, async (fixtures) => {
    await submit(fixtures);
    await alert(fixtures);
  }),
};

const toChoice: Arrive = then(toCompanies, async (fixtures) => {
  await enter(fixtures, 'identifier', 'somebody@shared.example');
  await step(fixtures, 'sso-connectors');
});

/** A company whose domain no test uses. */
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
  waiting: then(toChoice, async (fixtures) => {
    await slowly(fixtures);
    await fixtures.page.click('.sie-social-item button');
    await waiting(fixtures);
  }),
  'none left': then(toChoice, async (fixtures) => {
    await fixtures.qa.tenant({ ssoConnectors: [anotherCompany] });
    await fixtures.I.reload();
    await step(fixtures, 'sso-connectors');
  }),
};

const asAlice: Arrive = then(start, async (fixtures) => {
  const { alice } = fixtures.setup.people;
  await enter(fixtures, 'identifier', alice.username);
  await step(fixtures, 'password');
  await enter(fixtures, 'password', alice.password);
  await fixtures.app.seeSignedIn();
});

export const switchAccount: States = {
  '': then(asAlice, async (fixtures, language) => {
    const { I } = fixtures;
    const { link } = await fixtures.qa.magicLink('maria@example.com');
    await I.visit(new URL(link, fixtures.setup.appAddress).href);
    await step(fixtures, 'switch-account');
    // The server's redirect carries no language.
    await I.visit(`${(await I.address()).href}&ui_locales=${language}`);
    await step(fixtures, 'switch-account');
  }),
};

/** Steps that run without input, while they are running. */
const onTheWay =
  (path: string, name: string): Arrive =>
  async (fixtures, language) => {
    await start(fixtures, language);
    await slowly(fixtures);
    await fixtures.I.visit(`${fixtures.setup.origin}${path}app_id=${fixtures.setup.appId}&ui_locales=${language}`);
    await step(fixtures, name);
  };

export const oneTimeToken: States = {
  '': onTheWay('/one-time-token?one_time_token=none&login_hint=alice%40example.com&', 'one-time-token'),
};

export const resetToken: States = {
  '': onTheWay('/reset-password?one_time_token=none&login_hint=alice%40example.com&', 'reset-token'),
};

export const direct: States = { '': onTheWay('/direct/social/dingtalk?', 'direct') };

export const socialCallback: States = {
  '': then(start, async (fixtures) => {
    await providerButton(fixtures, 'dingtalk');
    await until('the provider', () => fixtures.page.$('input[name=person][value=chen]'));
    await slowly(fixtures);
    await allowAs(fixtures, 'chen');
    await step(fixtures, 'social-callback');
  }),
};

export const suspended: States = {
  '': then(start, async (fixtures) => {
    const { suspended: person } = fixtures.setup.people;
    await enter(fixtures, 'identifier', person.username);
    await step(fixtures, 'password');
    await enter(fixtures, 'password', person.password);
    await step(fixtures, 'account-suspended');
  }),
};

export const unknownSession: States = { '': at('/unknown-session', 'unknown-session') };

export const unavailable: States = {
  '': at('/mfa-verification', 'unavailable'),
  'a second step': then(start, async (fixtures) => {
    const { alice } = fixtures.setup.people;
    const code = 'session.mfa.require_mfa_verification';
    await fixtures.qa.faults({ endpoint: 'POST /api/experience/submit', status: 403, code });
    await enter(fixtures, 'identifier', alice.username);
    await step(fixtures, 'password');
    await enter(fixtures, 'password', alice.password);
    await step(fixtures, 'unavailable');
  }),
};

export const error: States = {
  '': at('/social/landing/dingtalk-web', 'error'),
  'a link that cannot be used': at('/one-time-token', 'error'),
  'something to try again': async (fixtures, language) => {
    await start(fixtures, language);
    await fixtures.qa.faults({ endpoint: '/api/experience*', offline: true });
    await fixtures.I.visit(
      `${fixtures.setup.origin}/one-time-token?one_time_token=none&login_hint=alice%40example.com&ui_locales=${language}`,
    );
    await step(fixtures, 'error');
  },
};

export const notFound: States = { '': at('/nonsense', 'not-found') };

/** No step: the settings cannot be loaded. */
export const withoutSettings: Arrive = then(start, async (fixtures) => {
  await fixtures.qa.preset('unusable');
  await fixtures.I.reload();
  await alert(fixtures);
});
