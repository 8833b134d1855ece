import type Provider from 'oidc-provider';
import type { Interaction, InteractionStore } from '../ports.ts';
import { readCookie, readJsonCookie } from './cookies.ts';
import { interactionsByAppCookie } from './provider.ts';

type StoredInteraction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** Key under which the Experience API's own state lies in an interaction's `result`. */
const stateKey = 'experience';

const secondsLeft = ({ exp }: StoredInteraction): number => Math.max(exp - Math.floor(Date.now() / 1000), 1);

const stringParams = (params: StoredInteraction['params']): Interaction['params'] =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const missingScopesOf = ({ missingOIDCScope }: Readonly<Record<string, unknown>>): readonly string[] =>
  Array.isArray(missingOIDCScope)
    ? missingOIDCScope.map(String).filter((scope) => !['openid', 'offline_access'].includes(scope))
    : [];

const idOf = (request: Request): { readonly uid: string | undefined; readonly appId: string | undefined } => {
  const cookies = request.headers.get('cookie');
  const appId = request.headers.get('logto-app-id') ?? new URL(request.url).searchParams.get('app_id') ?? undefined;
  const ofApp = appId === undefined ? undefined : readJsonCookie(cookies, interactionsByAppCookie)[appId];
  return { uid: typeof ofApp === 'string' ? ofApp : readCookie(cookies, '_interaction'), appId };
};

/** Finds the interaction that the request's cookies name. An interaction of another app than the one asked for is none. */
export const findStoredInteraction = async (provider: Provider, request: Request): Promise<StoredInteraction | undefined> => {
  const { uid, appId } = idOf(request);
  const found: StoredInteraction | undefined = uid === undefined ? undefined : await provider.Interaction.find(uid);
  return found && (appId === undefined || found.params['client_id'] === appId) ? found : undefined;
};

/** The result with which an interaction ends; answers where the provider goes on. */
export const finishInteraction = async (
  interaction: StoredInteraction,
  result: NonNullable<StoredInteraction['result']>,
): Promise<string> => {
  interaction.result = result;
  await interaction.save(secondsLeft(interaction));
  return interaction.returnTo;
};

/** The provider's interactions as the Experience API sees them. */
export const createInteractionStore = (provider: Provider): InteractionStore => ({
  async find(request) {
    const stored = await findStoredInteraction(provider, request);
    if (!stored) return undefined;

    const clientId = String(stored.params['client_id']);
    const client = await provider.Client.find(clientId);

    return {
      uid: stored.uid,
      params: stringParams(stored.params),
      prompt: stored.prompt.name === 'consent' ? 'consent' : 'login',
      application: { id: clientId, name: client?.clientName ?? clientId },
      accountId: stored.session?.accountId,
      missingScopes: missingScopesOf(stored.prompt.details),
      get state() {
        return stored.result?.[stateKey];
      },
      async saveState(state) {
        stored.result = { [stateKey]: state };
        await stored.save(secondsLeft(stored));
      },
      finish: async ({ accountId }) => ({ redirectTo: await finishInteraction(stored, { login: { accountId } }) }),
    };
  },
});
