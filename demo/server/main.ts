/**
 * Serves the demo until it is stopped.
 *
 * Environment: `PORT` (4310), `HOST` (127.0.0.1), `PAGE_DIRECTORY` (dist/hosted), `PAGE_DEV_SERVER` (origin of a Vite server
 * that has the page instead), `SSR=off` (no settings and phrases in the HTML), `CSP=strict` (the policy of the guide to hosting).
 */
import { PageMissingError, startDemo } from './start-demo.ts';

const { PORT = '4310', HOST, PAGE_DIRECTORY, PAGE_DEV_SERVER, SSR, CSP } = process.env;

const explain = (error: unknown): string => {
  if (error instanceof PageMissingError) return error.message;
  if ((error as { code?: unknown }).code === 'EADDRINUSE')
    return `Port ${PORT} is taken. Choose another one: PORT=4311 npm start`;
  return error instanceof Error && error.stack ? error.stack : String(error);
};

try {
  const demo = await startDemo({
    port: Number(PORT),
    ssr: SSR !== 'off',
    ...(CSP === 'strict' ? { policy: 'strict' } : {}),
    ...(HOST ? { host: HOST } : {}),
    ...(PAGE_DIRECTORY ? { pageDirectory: PAGE_DIRECTORY } : {}),
    ...(PAGE_DEV_SERVER ? { pageDevServer: PAGE_DEV_SERVER } : {}),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void demo.close().finally(() => process.exit(0)));
  }
  console.log(`ready ${demo.origin}`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
