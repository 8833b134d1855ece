import { missingFile } from './missing-file.ts';
import type { Client, ClientOptions } from './request.ts';

/**
 * A client that fetches its code with the first call: a page that the server filled needs none to show its first screen.
 * Code that cannot be fetched is a `MissingFileError`; the next call tries again, which a browser may refuse (see `FlowController`).
 */
export function lazyClient(options: ClientOptions): Client {
  let loading: Promise<Client> | undefined;
  const load = () =>
    (loading ??= import('./request.ts').then(
      ({ createClient }) => createClient(options),
      (cause: unknown) => {
        loading = undefined;
        missingFile(cause);
      },
    ));
  return {
    async call(...call) {
      return (await load()).call(...call);
    },
  };
}
