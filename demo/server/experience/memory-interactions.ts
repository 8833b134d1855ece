import type { Interaction, InteractionStore } from '../ports.ts';
import { randomId } from './random-id.ts';

/** What a provider knows before the page does anything. */
export type Acquaintance = Pick<Interaction, 'accountId' | 'application' | 'missingScopes'>;

/** Interactions without an OIDC provider, for tests and the gallery. */
export interface MemoryInteractions extends InteractionStore {
  /** Starts an authorization request. Answers its uid, which is also the value of the `_interaction` cookie. */
  start(params?: Interaction['params'], prompt?: Interaction['prompt']): string;
  /** Lets somebody be signed in at the provider already. */
  introduce(uid: string, acquaintance: Partial<Acquaintance>): void;
  /** Who signed in, once the interaction has finished. */
  finishedBy(uid: string): string | undefined;
  /** Loses one interaction, or all of them, as if they had expired. */
  forget(uid?: string): void;
}

interface Entry {
  readonly uid: string;
  readonly params: Interaction['params'];
  readonly prompt: Interaction['prompt'];
  state: unknown;
  accountId: string | undefined;
  acquaintance: Acquaintance;
}

const cookieUid = (request: Request): string | undefined =>
  /(?:^|;\s*)_interaction=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1];

const clientId = (request: Request): string | null =>
  request.headers.get('logto-app-id') ?? new URL(request.url).searchParams.get('app_id');

/**
 * @param options.origin Where the interactions go on: `<origin>/oidc/auth/<uid>`.
 * @param options.withoutCookies Takes the newest interaction of the client named by header or query, or of all when none is
 * named. Service workers need it: they cannot see cookies.
 */
export const createMemoryInteractions = (options: {
  readonly origin: string;
  readonly withoutCookies?: boolean;
}): MemoryInteractions => {
  const { origin, withoutCookies = false } = options;
  const entries = new Map<string, Entry>();

  const findEntry = (request: Request): Entry | undefined => {
    const client = clientId(request);
    const isOfClient = ({ params }: Entry): boolean => client === null || params['client_id'] === client;

    if (withoutCookies) {
      return [...entries.values()].reverse().find(isOfClient);
    }

    const entry = entries.get(cookieUid(request) ?? '');

    return entry !== undefined && isOfClient(entry) ? entry : undefined;
  };

  return {
    start(params = { client_id: 'demo-app' }, prompt = 'login') {
      const uid = randomId();
      const application = { id: params['client_id'] ?? '', name: 'Demo app' };
      const acquaintance = { application, accountId: undefined, missingScopes: [] };
      entries.set(uid, { uid, params, prompt, state: undefined, accountId: undefined, acquaintance });

      return uid;
    },
    introduce(uid, acquaintance) {
      const entry = entries.get(uid);

      if (entry !== undefined) {
        entry.acquaintance = { ...entry.acquaintance, ...acquaintance };
      }
    },
    finishedBy: (uid) => entries.get(uid)?.accountId,
    forget(uid) {
      if (uid === undefined) {
        entries.clear();
      } else {
        entries.delete(uid);
      }
    },
    async find(request) {
      const entry = findEntry(request);

      return Promise.resolve(
        entry && {
          uid: entry.uid,
          params: entry.params,
          prompt: entry.prompt,
          ...entry.acquaintance,
          state: entry.state,
          async saveState(state) {
            entry.state = state;
            return Promise.resolve();
          },
          async finish({ accountId }) {
            entry.accountId = accountId;
            return Promise.resolve({ redirectTo: `${origin}/oidc/auth/${entry.uid}` });
          },
        },
      );
    },
  };
};
