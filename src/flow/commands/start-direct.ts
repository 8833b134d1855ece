import type { Command, Context, Next } from '../context.ts';
import { usableConnectors } from '../policy/connectors.ts';
import { ssoConnectors } from '../policy/sso.ts';
import { pathToStep } from '../steps/addresses.ts';
import { oneTapCookie } from './finish-social.ts';
import { openProvider, openSignOn } from './open-provider.ts';

export interface Direct {
  readonly method: string;
  readonly target: string;
  readonly fallback: string;
  readonly identifier?: string | undefined;
}

/** The app asked for one connector at once. Where it does not work here, the screen the app named instead. */
export const startDirect: Command<Direct> = {
  needsAgreement: 'sign-in',
  async run(context, direct) {
    const next = await (direct.method === 'sso' ? signOn(context, direct) : social(context, direct));
    if (next) return next;
    const search = direct.identifier ? `?${new URLSearchParams({ identifier: direct.identifier }).toString()}` : '';
    return { go: pathToStep({ path: `/${direct.fallback}`, search, hash: '', state: null }, context.settings), replace: true };
  },
};

async function social(context: Context, { method, target }: Direct): Promise<Next | undefined> {
  const connector = usableConnectors(context.settings, context.native).find((candidate) => candidate.target === target);
  if (method !== 'social' || !connector) return undefined;
  // The app has the person's answer already; the server keeps it for a few seconds.
  const credential = target === 'google' ? context.cookie?.(oneTapCookie) : undefined;
  if (credential) return { go: { name: 'social-callback', connectorId: connector.id, params: { credential } }, replace: true };
  return openProvider(context, connector, 'replace');
}

async function signOn(context: Context, { target }: Direct): Promise<Next | undefined> {
  const connector = ssoConnectors(context.settings).find(({ id }) => id === target);
  return connector && openSignOn(context, connector, 'replace');
}
