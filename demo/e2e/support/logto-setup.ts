import { setTimeout as delay } from 'node:timers/promises';
import { defaultTenant } from '../../server/experience/tenant.ts';
import { people, prepareAccounts, targets } from './real-accounts.ts';
import { readCodes } from './real-codes.ts';
import { openCompanies } from './real-companies.ts';
import { magicLinks } from './real-magic-links.ts';
import { type Management, openManagement } from './real-management.ts';
import { openTenant } from './real-tenant.ts';
import { openRelyingParty, type Registration } from './real-relying-party.ts';
import { type Setup, stranger } from './setup.ts';

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`LOGTO_ENDPOINT is set, so ${name} must be, too. See docs/guides/real-server.md.`);
  return value;
};

/** Finds the app of these specs by its name, or registers it. */
async function registerApp(management: Management, appOrigin: string): Promise<string> {
  const name = 'End-to-end specs of sign-in-experience';
  const metadata = { redirectUris: [`${appOrigin}/callback`], postLogoutRedirectUris: [`${appOrigin}/`] };
  const apps = await management<{ id: string; name: string }[]>('GET', '/applications?page_size=100');
  const known = apps.find((app) => app.name === name);
  const { id } = known ?? (await management<{ id: string }>('POST', '/applications', { name, type: 'SPA' }));
  await management('PATCH', `/applications/${id}`, { oidcClientMetadata: metadata });
  return id;
}

/** An organization with the branding of the embedded server's "north". */
async function registerOrganization(management: Management): Promise<string> {
  const organizations = await management<{ id: string; name: string }[]>('GET', '/organizations?page_size=100');
  const { id } =
    organizations.find(({ name }) => name === 'north') ??
    (await management<{ id: string }>('POST', '/organizations', { name: 'north' }));
  await management('PATCH', `/organizations/${id}`, defaultTenant.organizations['north']);
  return id;
}

/**
 * Spec files run in parallel, but the server has one tenant. The app's port serves as the lock: one spec file runs, the others wait.
 */
async function openAppInTurn(registration: Registration): ReturnType<typeof openRelyingParty> {
  for (;;) {
    try {
      return await openRelyingParty(registration);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      await delay(500);
    }
  }
}

/** A real Logto server that serves the built page. What it needs and which variables say so: docs/guides/real-server.md. */
export async function openLogto(): Promise<Setup> {
  const origin = new URL(required('LOGTO_ENDPOINT')).origin;
  const { LOGTO_APP_ORIGIN: appOrigin = 'http://localhost:4399', LOGTO_RESOURCE: resource = 'https://default.logto.app/api' } =
    process.env;
  const credentials = { id: required('LOGTO_M2M_ID'), secret: required('LOGTO_M2M_SECRET'), resource };
  const codes = readCodes(required('LOGTO_CODES'));

  const management = await openManagement(origin, credentials);
  const appId = await registerApp(management, appOrigin);
  const companies = await openCompanies(origin, appOrigin);
  const companyId = (id: string) => companies.ids.get(id) ?? id;
  const directSignIn = (target: string) => target.replace(/^sso:(.+)/, (_, id: string) => `sso:${companyId(id)}`);
  const app = await openAppInTurn({ authority: `${origin}/oidc`, clientId: appId, appOrigin, directSignIn });
  const north = await registerOrganization(management);
  const tenant = await openTenant(management, { targets, companies });

  return {
    origin,
    appAddress: `${appOrigin}/`,
    appId,
    people,
    stranger,
    organizations: { north },
    companyId,
    qa: {
      ...tenant.qa,
      magicLink: magicLinks(management),
      reset: async () => {
        await tenant.qa.reset();
        await prepareAccounts(management);
        await codes.forget();
      },
    },
    receiveCode: codes.receive,
    close: async () => {
      await tenant.restore().finally(() => Promise.all([app.close(), companies.close()]));
    },
  };
}
