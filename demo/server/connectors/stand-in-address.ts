import { upstreamHosts } from '../upstreams/upstreams.ts';

/**
 * Browsers cannot be routed like the server's own calls, so this is the one place where an address changes: an https address at
 * a provider becomes the same path at its stand-in. `alipay://` is left for the native shell.
 */
export const toStandInAddress = (address: string, standInOrigin: string): string => {
  const { protocol, host, pathname, search } = new URL(address);
  return protocol === 'https:' && upstreamHosts.has(host) ? `${standInOrigin}/${host}${pathname}${search}` : address;
};
