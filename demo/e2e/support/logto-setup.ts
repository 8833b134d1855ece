import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { openRelyingParty } from './relying-party.ts';
import type { Setup } from './setup.ts';
import { until } from './until.ts';

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`LOGTO_ENDPOINT is set, so ${name} must be, too. See demo/e2e/support/logto-setup.ts.`);
  return value;
};

/**
 * A real Logto server that serves the built page (`dist/hosted` in place of its own page's folder), with its mock connectors.
 *
 * - `LOGTO_ENDPOINT`: where it lives.
 * - `LOGTO_CLIENT_ID`: a single-page app registered there with the redirect address `<LOGTO_APP_ORIGIN>/callback` and the post
 *   sign-out address `<LOGTO_APP_ORIGIN>/`.
 * - `LOGTO_APP_ORIGIN`: a free address on this machine, e.g. `http://localhost:4399`.
 * - `LOGTO_CODES_DIR`: folder where the mock connectors of the server write the messages they would have sent.
 * - `LOGTO_PASSWORD`: password of the users `alice` (alice@example.com, 8613800000001) and `LOGTO_SUSPENDED_USER`.
 *
 * Username, e-mail and phone sign in by password; e-mail (password first) and phone (code first) by code, too.
 */
export async function openLogto(): Promise<Setup> {
  const origin = new URL(required('LOGTO_ENDPOINT')).origin;
  const appOrigin = required('LOGTO_APP_ORIGIN');
  const password = required('LOGTO_PASSWORD');
  const relyingParty = await openRelyingParty({ authority: `${origin}/oidc`, clientId: required('LOGTO_CLIENT_ID'), appOrigin });

  const recordOf = (to: string) =>
    path.join(required('LOGTO_CODES_DIR'), to.includes('@') ? 'mock_email_record.txt' : 'mock_sms_record.txt');
  /** Time of the message that was read last; the file holds the newest one alone. */
  let readUntil = Date.now();

  return {
    origin,
    appAddress: `${appOrigin}/`,
    people: {
      alice: { username: 'alice', email: 'alice@example.com', phone: '8613800000001', password },
      suspended: { username: required('LOGTO_SUSPENDED_USER'), password },
    },
    qa: undefined,
    receiveCode: (to) =>
      until(`a code for ${to}`, async () => {
        const file = recordOf(to);
        const { mtimeMs } = await stat(file);
        if (mtimeMs <= readUntil) return undefined;
        const { phone, address, code } = JSON.parse(await readFile(file, 'utf8')) as Partial<Record<string, string>>;
        if (!code || (phone ?? address)?.replace(/^\+/, '') !== to) return undefined;
        readUntil = mtimeMs;
        return code;
      }),
    close: () => relyingParty.close(),
  };
}
