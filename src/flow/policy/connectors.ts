import type { Settings, SocialConnector } from '../../client/schemas/settings.ts';
import type { NativeBridge } from '../../platform/native-bridge.ts';

type Environment = Pick<NativeBridge, 'callbackLink' | 'universal' | 'nativeTargets'> | undefined;

/** Lower is better; undefined: does not work here (server-contract 14). */
function rank({ platform, target }: SocialConnector, native: Environment): number | undefined {
  if (!native) return platform === 'Native' ? undefined : platform === 'Web' ? 0 : 1;
  if (platform === 'Native') return native.nativeTargets.includes(target) ? 0 : undefined;
  if (platform === 'Universal') return native.universal && native.callbackLink ? 1 : undefined;
  return undefined;
}

/** The social connectors that work in this browser or web view: one for each target, in the tenant's order. */
export function usableConnectors(settings: Settings, native: Environment): readonly SocialConnector[] {
  const best = new Map<string, SocialConnector>();
  for (const connector of settings.socialConnectors) {
    const here = rank(connector, native);
    if (here === undefined) continue;
    const known = best.get(connector.target);
    if (!known || here < (rank(known, native) ?? Infinity)) best.set(connector.target, connector);
  }
  const order = settings.socialSignInConnectorTargets;
  const place = ({ target }: SocialConnector) => (order.includes(target) ? order.indexOf(target) : order.length);
  return [...best.values()].sort((one, other) => place(one) - place(other));
}
