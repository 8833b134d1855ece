import type { Setup } from './setup.ts';

/** An address of the page as the server links to it: with the app id, and with this server's id of an enterprise connector. */
export function pageAddress({ origin, appId, companyId }: Setup, path: string): string {
  const known = path.replace(/^\/direct\/sso\/([^/?]+)/, (_, id: string) => `/direct/sso/${companyId(id)}`);
  const address = new URL(known, origin);
  address.searchParams.set('app_id', appId);
  return address.href;
}
