import type { Settings, SsoConnector } from '../../client/schemas/settings.ts';

/** The companies' sign-ons that this page may offer; none where the tenant turned them off. */
export const ssoConnectors = ({ singleSignOnEnabled, ssoConnectors: connectors }: Settings): readonly SsoConnector[] =>
  singleSignOnEnabled ? connectors : [];

/** Those with these ids that the settings know, in the order of the settings. */
export const ssoConnectorsWith = (settings: Settings, ids: readonly string[]): readonly SsoConnector[] => {
  const wanted = new Set(ids);
  return ssoConnectors(settings).filter(({ id }) => wanted.has(id));
};
