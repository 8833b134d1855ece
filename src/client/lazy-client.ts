import { lazy } from '../shared/lazy.ts';
import type { Client, ClientOptions } from './request.ts';

/**
 * A client that fetches its code with the first call: a page that the server filled needs none to show its first screen.
 * A call rejects with a `ChunkLoadError` where the code cannot be fetched; the next call tries again.
 */
export function lazyClient(options: ClientOptions): Client {
  let client: Client | undefined;
  const load = lazy(() => import('./request.ts'));
  return {
    async call(...call) {
      client ??= (await load()).createClient(options);
      return client.call(...call);
    },
  };
}
