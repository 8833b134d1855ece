import type { Settings, SocialConnector } from '../../client/schemas/settings.ts';
import type { NativeBridge } from '../../platform/native-bridge.ts';

type Environment = Pick<NativeBridge, 'callbackLink' | 'universal' | 'nativeTargets'> | undefined;

/** The social connectors that work in this browser or web view: one for each target, in the tenant's order. */
export function usableConnectors(settings: Settings, native: Environment): readonly SocialConnector[] {
  const nativeTargets = new Set(native?.nativeTargets);
  /** Lower is better; undefined: does not work here. */
  const rank = ({ platform, target }: SocialConnector): number | undefined => {
    if (!native) return platform === 'Native' ? undefined : platform === 'Web' ? 0 : 1;
    if (platform === 'Native') return nativeTargets.has(target) ? 0 : undefined;
    if (platform === 'Universal') return native.universal && native.callbackLink ? 1 : undefined;
    return undefined;
  };
  const best = new Map<string, SocialConnector>();
  for (const connector of settings.socialConnectors) {
    const here = rank(connector);
    if (here === undefined) continue;
    const known = best.get(connector.target);
    if (!known || here < (rank(known) ?? Infinity)) best.set(connector.target, connector);
  }
  const order = settings.socialSignInConnectorTargets;
  // Of a target that is listed twice the first place counts.
  const places = new Map(order.map((target, index) => [target, index] as const).reverse());
  const place = ({ target }: SocialConnector) => places.get(target) ?? order.length;
  return [...best.values()].sort((one, other) => place(one) - place(other));
}
