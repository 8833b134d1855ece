import { Hono } from 'hono';
import { type Company, companies, issuerOf } from '../../server/experience/companies.ts';
import type { Tenant } from '../../server/experience/tenant.ts';
import { bind, toNodeListener } from '../../server/listen.ts';
import { createSiteAssets } from '../../server/site/assets.ts';
import { createIdentityProvider } from '../../server/upstreams/identity-provider.ts';

type Connector = Tenant['ssoConnectors'][number];

/** Identity providers of the embedded server's companies, on a loopback port of their own. */
export interface CompanyProviders {
  /** The connector as the Management API accepts it; its issuer is the simulated provider's address. */
  connectorFor(connector: Connector): object;
  /** Ids on the real server by ids on the embedded one: a real server chooses them. */
  readonly ids: Map<string, string>;
  close(): Promise<void>;
}

/**
 * @param origin of the server, whose callback addresses are registered
 * @param appOrigin where IdP-initiated sign-ins lead
 */
export async function openCompanies(origin: string, appOrigin: string): Promise<CompanyProviders> {
  const server = await bind(0, '127.0.0.1');
  const addressOf = ({ host }: Company) => `http://127.0.0.1:${String(server.port)}/${host}`;
  const app = new Hono();
  app.route('/demo-assets', createSiteAssets());
  for (const company of Object.values(companies)) {
    const isRegisteredRedirect = (address: string) => address.startsWith(`${origin}/callback/`);
    const provider = await createIdentityProvider(company, { appOrigin, isRegisteredRedirect });
    // The issuer stays the same; all other addresses point to this server.
    app.get(`/${company.host}/.well-known/openid-configuration`, async (context) => {
      const answer = (await (await provider.fetch(context.req.raw)).json()) as Record<string, string>;
      const moved = Object.entries(answer).map(([name, value]) => [
        name,
        name === 'issuer' ? value : value.replace(issuerOf(company), addressOf(company)),
      ]);
      return context.json(Object.fromEntries(moved));
    });
    app.route('/', provider);
  }
  server.serve((incoming, outgoing) => void toNodeListener((request) => app.fetch(request))(incoming, outgoing));

  return {
    ids: new Map(),
    connectorFor: ({ providerName, connectorName, domains, branding, config }) => {
      const { issuer } = config as { issuer: string };
      const company = Object.values(companies).find((candidate) => issuerOf(candidate) === issuer);
      return {
        providerName,
        connectorName,
        domains,
        branding,
        config: { ...config, issuer: company ? addressOf(company) : issuer },
      };
    },
    close: () => server.close(),
  };
}
