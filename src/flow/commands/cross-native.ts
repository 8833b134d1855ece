import type { Command } from '../context.ts';
import { appLink, webUrl } from '../policy/redirects.ts';
import { rememberNativeCallback, takeNativeCallback } from '../social-memory.ts';
import type { Params } from '../steps.ts';

/** In the system browser, sent by an app: note the app's link, go on to the provider (server-contract 14). */
export const openLanding: Command<{
  readonly connectorId: string;
  readonly redirectTo: string;
  readonly nativeCallback: string;
}> = {
  async run(context, { connectorId, redirectTo, nativeCallback }) {
    rememberNativeCallback(context, connectorId, appLink(nativeCallback, context.navigation.origin));
    return Promise.resolve({ leave: webUrl(redirectTo), how: 'replace' });
  },
};

/** Back from a provider: hand the answer to the app that sent the person, or finish here when none did. */
export const returnToApp: Command<{ readonly connectorId: string; readonly params: Params }> = {
  async run(context, { connectorId, params }) {
    const link = takeNativeCallback(context, connectorId);
    if (!link) return Promise.resolve({ go: { name: 'social-callback', connectorId, params }, replace: true });
    const url = new URL(appLink(link, context.navigation.origin));
    for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
    return Promise.resolve({ leave: url.href, how: 'replace' });
  },
};
