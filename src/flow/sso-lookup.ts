import { findSsoConnectors } from '../client/endpoints/sso.ts';
import type { SsoConnector } from '../client/schemas/settings.ts';
import type { Context } from './context.ts';
import { ssoConnectors, ssoConnectorsWith } from './policy/sso.ts';

/** The companies' sign-ons that cover an e-mail address; asks the server only where the tenant has any. */
export async function findSignOns(
  { client, settings }: Pick<Context, 'client' | 'settings'>,
  email: string,
  signal: AbortSignal,
): Promise<readonly SsoConnector[]> {
  if (ssoConnectors(settings).length === 0) return [];
  const { connectorIds } = await client.call(findSsoConnectors, { email }, { signal });
  return ssoConnectorsWith(settings, connectorIds);
}
