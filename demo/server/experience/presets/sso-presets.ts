import { letterLogo } from '../memory-connectors.ts';
import { type Company, companies, issuerOf, ssoClient } from '../companies.ts';
import { type Preset, settings, type SettingsPatch } from './preset.ts';

const connectorOf = (company: Company): unknown => ({
  tenantId: 'default',
  id: company.connectorId,
  providerName: 'OIDC',
  connectorName: company.name.toLowerCase(),
  config: { issuer: issuerOf(company), ...ssoClient },
  domains: [...company.domains],
  branding: { displayName: company.name, logo: letterLogo(company.name, company.color) },
  syncProfile: false,
  enableTokenStorage: false,
  createdAt: 0,
});

const ssoConnectors = Object.values(companies).map(connectorOf);

const singleSignOn = (description: string, patch: SettingsPatch = {}, connectors = ssoConnectors): Preset =>
  settings(description, { singleSignOnEnabled: true, ...patch }, { ssoConnectors: connectors });

/** Companies whose people come in by their own identity provider. */
export const ssoPresets = {
  'single-sign-on': singleSignOn('Companies sign in at home: @acme.example, @globex.example, @shared.example (both)'),
  'single-sign-on-only': singleSignOn('Nothing but company sign-in', {
    signIn: { methods: [] },
    signUp: { identifiers: [], password: false, verify: false },
    socialSignInConnectorTargets: [],
  }),
  'single-sign-on-sign-in-only': singleSignOn('Company sign-in without new accounts', { signInMode: 'SignIn' }),
  'single-sign-on-terms': singleSignOn('Company sign-in, terms agreed to first', { agreeToTermsPolicy: 'Manual' }),
  'single-sign-on-broken': singleSignOn('Company sign-in whose provider cannot be reached', {}, [
    { ...(ssoConnectors[0] as object), config: { issuer: 'https://login.nowhere.example', ...ssoClient } },
  ]),
} satisfies Record<string, Preset>;
