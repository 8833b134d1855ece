import { setTimeout as delay } from 'node:timers/promises';
import { defaultTenant } from '../../server/experience/tenant.ts';
import { readCodes } from './real-codes.ts';
import { type Management, openManagement } from './real-management.ts';
import { openTenant } from './real-tenant.ts';
import { openRelyingParty, type Registration } from './relying-party.ts';
import { type Setup, stranger } from './setup.ts';

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`LOGTO_ENDPOINT is set, so ${name} must be, too. See docs/guides/real-server.md.`);
  return value;
};

const password = 'demo-password-1';
const alice = { username: 'alice', email: 'alice@example.com', phone: '8613800000001', password };
const suspended = { username: 'suspended', password };
const short = { username: 'short', password };
/** Nobody's, but scenes type them. */
const strangers = ['nobody', '8613900000000', stranger.username, stranger.email, stranger.phone];

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

/** Finds the person by username, or registers them; either way with this password. */
async function registerUser(
  management: Management,
  person: { username: string; email?: string; phone?: string },
  isSuspended: boolean,
): Promise<void> {
  const { username, email = null, phone = null } = person;
  const users = await management<{ id: string; username: string }[]>(
    'GET',
    `/users?search.username=${username}&mode.username=exact`,
  );
  const known = users.find((user) => user.username === username);
  const { id } = known ?? (await management<{ id: string }>('POST', '/users', { username }));
  await management('PATCH', `/users/${id}`, { primaryEmail: email, primaryPhone: phone });
  await management('PATCH', `/users/${id}/password`, { password });
  await management('PATCH', `/users/${id}/is-suspended`, { isSuspended });
}

/** Deletes the accounts that a scene made. */
async function forgetStranger(management: Management): Promise<void> {
  const { username, email, phone } = stranger;
  for (const [field, value] of Object.entries({ username, primaryEmail: email, primaryPhone: phone })) {
    const query = `search.${field}=${encodeURIComponent(value)}&mode.${field}=exact`;
    const found = await management<{ id: string }[]>('GET', `/users?${query}`);
    for (const { id } of found) await management('DELETE', `/users/${id}`);
  }
}

/** An organization with the looks of the embedded server's "north". */
async function registerOrganization(management: Management): Promise<string> {
  const organizations = await management<{ id: string; name: string }[]>('GET', '/organizations?page_size=100');
  const { id } =
    organizations.find(({ name }) => name === 'north') ??
    (await management<{ id: string }>('POST', '/organizations', { name: 'north' }));
  await management('PATCH', `/organizations/${id}`, defaultTenant.organizations['north']);
  return id;
}

/**
 * Spec files run beside each other, but the server has one tenant and the app one port: whoever has the port may begin, the others
 * wait for it.
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
  const app = await openAppInTurn({ authority: `${origin}/oidc`, clientId: appId, appOrigin });
  await registerUser(management, alice, false);
  await registerUser(management, suspended, true);
  await registerUser(management, short, false);
  const north = await registerOrganization(management);
  const targets = [alice.username, alice.email, alice.phone, suspended.username, short.username, ...strangers];
  const tenant = await openTenant(management, targets);

  return {
    origin,
    appAddress: `${appOrigin}/`,
    appId,
    people: { alice, suspended, short },
    stranger,
    organizations: { north },
    qa: {
      ...tenant.qa,
      reset: async () => {
        await tenant.qa.reset();
        await forgetStranger(management);
        await codes.forget();
      },
    },
    receiveCode: codes.receive,
    close: async () => {
      await tenant.restore().finally(() => app.close());
    },
  };
}
