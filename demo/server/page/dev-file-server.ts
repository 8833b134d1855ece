import type { FileServer } from './file-server.ts';

/** What a development server has besides the page: sources, packages, its own modules. Routes of the page have no extension. */
const isModule = (path: string): boolean => path.startsWith('/@') || /\.\w+$/.test(path);

/**
 * The page as a Vite development server has it, for hot reload against the demo. The real server proxies likewise outside
 * production.
 *
 * @param origin Where the development server listens, e.g. `http://localhost:5173`.
 */
export const createDevFileServer = (origin: string): FileServer => ({
  isIndex: (path) => path === '/index.html' || !isModule(path),
  readIndex: async () => (await fetch(`${origin}/index.html`, { headers: { Accept: 'text/html' } })).text(),
  async serveFile(request) {
    const { pathname, search } = new URL(request.url);
    const { status, body, headers } = await fetch(origin + pathname + search, {
      headers: { Accept: request.headers.get('accept') ?? '*/*' },
    });
    const contentType = headers.get('content-type');
    return new Response(body, {
      status,
      headers: { 'Cache-Control': 'no-cache', ...(contentType ? { 'Content-Type': contentType } : {}) },
    });
  },
});
