import { getSocialAuthorizationUri, getSsoAuthorizationUri } from '../../client/endpoints/verification.ts';
import type { SocialConnector, SsoConnector } from '../../client/schemas/settings.ts';
import type { Command, CommandContext, CommandResult } from '../context.ts';
import { FlowProblem } from '../problem.ts';
import { startInteraction } from '../interaction.ts';
import { ssoConnectors, usableConnectors } from '../policy/tenant.ts';
import { bridgeUrl, webUrl } from './redirects.ts';
import { pathToStep } from '../steps/addresses.ts';
import { oneTapCookie } from './finish.ts';
import { canRemember, rememberSocial } from './memory.ts';
import { stated } from './native-handoff.ts';

/** "Continue with …". */
export const startSocial: Command<{ readonly connectorId: string }> = {
  needsAgreement: 'sign-in',
  once: undefined,
  async run(context, { connectorId }) {
    const connector = usableConnectors(context.settings, context.native).find(({ id }) => id === connectorId);
    if (!connector) throw new FlowProblem('connector.unknown');
    return openProvider(context, connector, 'assign');
  },
};

export interface Direct {
  readonly method: string;
  readonly target: string;
  readonly fallback: string;
  readonly identifier?: string | undefined;
}

/** Direct sign-in: the app asked for one connector. If it does not work here, goes to the fallback screen that the app named. */
export const startDirect: Command<Direct> = {
  needsAgreement: 'sign-in',
  once: undefined,
  async run(context, direct) {
    const next = await (direct.method === 'sso' ? sso(context, direct) : social(context, direct));
    if (next) return next;
    const search = direct.identifier ? `?${new URLSearchParams({ identifier: direct.identifier }).toString()}` : '';
    return { go: pathToStep({ path: `/${direct.fallback}`, search, hash: '', state: null }, context.settings), replace: true };
  },
};

async function social(context: CommandContext, { method, target }: Direct): Promise<CommandResult | undefined> {
  const connector = usableConnectors(context.settings, context.native).find((candidate) => candidate.target === target);
  if (method !== 'social' || !connector) return undefined;
  // The app already has the credential; the server keeps it for a few seconds.
  const credential = target === 'google' ? context.cookie?.(oneTapCookie) : undefined;
  if (credential) return { go: { name: 'social-callback', connectorId: connector.id, params: { credential } }, replace: true };
  return openProvider(context, connector, 'replace');
}

async function sso(context: CommandContext, { target }: Direct): Promise<CommandResult | undefined> {
  const connector = ssoConnectors(context.settings).find(({ id }) => id === target);
  return connector && openSso(context, connector, 'replace');
}

/** Redirects to a social provider, or asks the native app around the page to open it. */
export function openProvider(
  context: CommandContext,
  { id, platform }: SocialConnector,
  how: 'assign' | 'replace',
): Promise<CommandResult> {
  return open(context, { flow: 'social', connectorId: id, isNative: platform === 'Native' }, how);
}

/** Redirects to an enterprise SSO connector. */
export function openSso(context: CommandContext, { id }: SsoConnector, how: 'assign' | 'replace'): Promise<CommandResult> {
  return open(context, { flow: 'sso', connectorId: id, isNative: false }, how);
}

interface Destination {
  readonly flow: 'social' | 'sso';
  readonly connectorId: string;
  /** Opens the provider's app instead of its page. */
  readonly isNative: boolean;
}

const endpoints = { social: getSocialAuthorizationUri, sso: getSsoAuthorizationUri };

async function open(
  context: CommandContext,
  { flow, connectorId, isNative }: Destination,
  how: 'assign' | 'replace',
): Promise<CommandResult> {
  const { client, native, navigation, signal } = context;
  // The app that opens the provider's page must be able to bring the person back.
  if (native && !isNative && !native.callbackLink) throw new FlowProblem('connector.unknown');
  if (!canRemember(context)) throw new FlowProblem('browser.storage_blocked');
  const state = context.randomToken();
  const redirectUri = `${navigation.origin}/callback/${connectorId}`;
  await startInteraction(context, 'SignIn');
  const { authorizationUri, verificationId } = await client.call(
    endpoints[flow],
    { connectorId, state, redirectUri },
    { signal },
  );
  // Only here a scheme other than http(s) is allowed, because the app opens it and not this page.
  const target = isNative && native ? bridgeUrl(authorizationUri, stated(context, 'native-callbacks')) : webUrl(authorizationUri);
  rememberSocial(context, { flow, connectorId, state, verificationId });
  if (!native) return { leave: target, how };
  const callbackUri = `${navigation.origin}/callback/social/${connectorId}`;
  native.post({ callbackUri, redirectTo: isNative ? target.href : landingUrl(context, connectorId, target.href) });
  return 'stay';
}

/** Address for the system browser: stores the app's link, then continues to the provider. */
function landingUrl({ native, navigation }: CommandContext, connectorId: string, redirectTo: string): string {
  const query = new URLSearchParams({ redirect_to: redirectTo, native_callback: native?.callbackLink ?? '' });
  return `${navigation.origin}/social/landing/${connectorId}?${query.toString()}`;
}
