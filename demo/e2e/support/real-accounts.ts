import { companies } from '../../server/experience/companies.ts';
import type { Management } from './real-management.ts';
import { type People, stranger } from './setup.ts';

const password = 'demo-password-1';

/** Accounts of the embedded server that tests use by name. */
export const people = {
  alice: { username: 'alice', email: 'alice@example.com', phone: '8613800000001', password },
  suspended: { username: 'suspended', password },
  short: { username: 'short', password },
} as const satisfies People;

interface Account {
  readonly username?: string;
  readonly primaryEmail?: string;
  readonly primaryPhone?: string;
  readonly name?: string;
  readonly isSuspended?: boolean;
}

const accounts: readonly Account[] = [
  { username: 'alice', primaryEmail: people.alice.email, primaryPhone: people.alice.phone, name: 'Alice Example' },
  { username: 'suspended', isSuspended: true },
  { username: 'short' },
  { username: 'maria', primaryEmail: 'maria@example.com', name: 'María Example' },
  { primaryEmail: 'frank@acme.example', name: 'Frank Acme' },
  { primaryEmail: 'erin@acme.example', name: 'Erin Acme' },
];

/** Identifiers without an account that tests type. */
const strangers = [stranger.username, `${stranger.username}2`, stranger.email, stranger.phone];
const domains = Object.values(companies).flatMap((company) => company.domains);

/** All identifiers that tests use; the server forgets attempts and messages by identifier. */
export const targets: readonly string[] = [
  ...accounts.flatMap(({ username, primaryEmail, primaryPhone }) => [username, primaryEmail, primaryPhone]),
  ...strangers,
  'nobody',
  '8613900000000',
  'gina@acme.example',
].filter((target) => target !== undefined);

interface Found {
  readonly id: string;
  readonly username: string | null;
  readonly primaryEmail: string | null;
  readonly primaryPhone: string | null;
}

const search = (management: Management, text: string): Promise<Found[]> =>
  management('GET', `/users?page_size=100&search=${encodeURIComponent(`%${text}%`)}`);

const isOf =
  ({ username, primaryEmail }: Account) =>
  (found: Found) =>
    username === undefined ? found.primaryEmail === primaryEmail : found.username === username;

/** Finds an account by its first identifier or creates it, and sets all its properties. */
async function prepareAccount(management: Management, account: Account): Promise<void> {
  const { username = null, primaryEmail = null, primaryPhone = null, name = null, isSuspended = false } = account;
  const found = (await search(management, username ?? primaryEmail ?? '')).find(isOf(account));
  const { id } = found ?? (await management<Found>('POST', '/users', username === null ? { primaryEmail } : { username }));
  await management('PATCH', `/users/${id}`, { primaryEmail, primaryPhone, name, customData: {} });
  await management('PATCH', `/users/${id}/password`, { password });
  await management('PATCH', `/users/${id}/is-suspended`, { isSuspended });
}

/** Restores the accounts above and deletes those that tests created. */
export async function prepareAccounts(management: Management): Promise<void> {
  for (const text of [...strangers, ...domains.map((domain) => `@${domain}`)]) {
    for (const { id } of await search(management, text)) await management('DELETE', `/users/${id}`);
  }
  for (const account of accounts) await prepareAccount(management, account);
}
