import { type DemoOptions, startDemo } from '../../server/start-demo.ts';
import { createQa } from './qa.ts';
import { type Setup, stranger } from './setup.ts';
import { until } from './until.ts';

const password = 'demo-password-1';

/**
 * The embedded server in this process on a free port. Uses the strictest Content-Security-Policy by default, so that every spec checks it
 * (see `traffic.ts`). `PAGE_DIRECTORY` names another build of the page than `dist/hosted`.
 */
export async function openEmbeddedServer(options: Pick<DemoOptions, 'ssr' | 'policy' | 'pageDirectory'> = {}): Promise<Setup> {
  const { PAGE_DIRECTORY } = process.env;
  const { origin, outbox, close } = await startDemo({
    port: 0,
    policy: 'strict',
    ...(PAGE_DIRECTORY ? { pageDirectory: PAGE_DIRECTORY } : {}),
    ...options,
  });
  const taken = new Set<string>();
  return {
    origin,
    appAddress: `${origin}/demo-app`,
    appId: 'demo-app',
    people: {
      alice: { username: 'alice', email: 'alice@example.com', phone: '8613800000001', password },
      suspended: { username: 'suspended', password },
      short: { username: 'short', password },
    },
    stranger,
    organizations: { north: 'north' },
    companyId: (id) => id,
    qa: createQa(origin),
    receiveCode: (to) =>
      until(`a code for ${to}`, async () => {
        const message = outbox.messages.find((candidate) => candidate.to === to && !taken.has(candidate.id));
        if (message) taken.add(message.id);
        return message?.code;
      }),
    close,
  };
}
