import { findSsoConnectors } from '../client/endpoints/sso.ts';
import type { Settings, SsoConnector } from '../client/schemas/settings.ts';
import type { Context } from './context.ts';
import { ssoConnectors, ssoConnectorsWith } from './policy/sso.ts';

/** The last answer, for what is asked while somebody types and again when they go on; of one page, as its settings are. */
const answers = new WeakMap<Settings, { readonly email: string; readonly connectors: readonly SsoConnector[] }>();

/** The companies' sign-ons that cover an e-mail address; asks the server only where the tenant has any. */
export async function findSignOns(
  { client, settings }: Pick<Context, 'client' | 'settings'>,
  email: string,
  signal: AbortSignal,
): Promise<readonly SsoConnector[]> {
  if (ssoConnectors(settings).length === 0) return [];
  const known = answers.get(settings);
  if (known?.email === email) return known.connectors;
  const { connectorIds } = await client.call(findSsoConnectors, { email }, { signal });
  const connectors = ssoConnectorsWith(settings, connectorIds);
  answers.set(settings, { email, connectors });
  return connectors;
}
