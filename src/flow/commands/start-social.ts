import { startInteraction } from '../../client/endpoints/interaction.ts';
import { getSocialAuthorizationUri } from '../../client/endpoints/social.ts';
import type { SocialConnector } from '../../client/schemas/settings.ts';
import type { Command, Context, Next } from '../context.ts';
import { FlowProblem } from '../flow-problem.ts';
import { usableConnectors } from '../policy/connectors.ts';
import { appUrl, webUrl } from '../policy/redirects.ts';
import { rememberSocial } from '../social-memory.ts';

/** "Continue with …": leaves for the provider, or asks the app around us to open it. */
export const startSocial: Command<{ readonly connectorId: string }> = {
  needsAgreement: true,
  async run(context, { connectorId }) {
    const connector = usableConnectors(context.settings, context.native).find(({ id }) => id === connectorId);
    if (!connector) throw new FlowProblem('connector.unknown');
    return openProvider(context, connector, 'assign');
  },
};

export async function openProvider(context: Context, connector: SocialConnector, how: 'assign' | 'replace'): Promise<Next> {
  const { client, native, navigation, signal } = context;
  const { id: connectorId } = connector;
  const state = context.randomToken();
  const redirectUri = `${navigation.origin}/callback/${connectorId}`;
  await client.call(startInteraction, { interactionEvent: 'SignIn' }, { signal });
  const { authorizationUri, verificationId } = await client.call(
    getSocialAuthorizationUri,
    { connectorId, state, redirectUri },
    { signal },
  );
  // The only place where a scheme other than http(s) may pass: the app opens it, not this page.
  const target = connector.platform === 'Native' && native ? appUrl(authorizationUri) : webUrl(authorizationUri);
  rememberSocial(context, connectorId, { state, verificationId });
  if (!native) return { leave: target, how };
  const callbackUri = `${navigation.origin}/callback/social/${connectorId}`;
  native.post({ callbackUri, redirectTo: connector.platform === 'Native' ? target : landingUrl(context, connectorId, target) });
  return 'stay';
}

/** Page for the system browser: it notes the app's link, then goes on to the provider. */
function landingUrl({ native, navigation }: Context, connectorId: string, redirectTo: string): string {
  const query = new URLSearchParams({ redirect_to: redirectTo, native_callback: native?.callbackLink ?? '' });
  return `${navigation.origin}/social/landing/${connectorId}?${query.toString()}`;
}
