import { readdirSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { acceptsCoding, type ContentCoding } from './accept-encoding.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const codings: readonly (readonly [ContentCoding, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/** Seven days, in seconds. */
const maxAge = 7 * 24 * 60 * 60;

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

const readBytes = async (path: string) => new Uint8Array(await readFile(path));

/** The built page on disk, served by the rules of the server. */
export interface FileServer {
  /** Whether a path shows the page. Everything does that is neither under /assets/ nor begins like a top-level file. */
  isIndex(path: string): boolean;
  readIndex(): Promise<string>;
  /** A file, precompressed when the browser takes it; 404 when there is none. */
  serveFile(request: Request): Promise<Response>;
}

/** @param directory Path of the built page; its top-level names are read once. */
export const createFileServer = (directory: string): FileServer => {
  const topLevelNames = readdirSync(directory);

  // Starts-with on purpose: the real server's test has no slash boundary, so a bad file name would hide a route here as well.
  const isIndex = (path: string): boolean =>
    path === '/index.html' || (!path.startsWith('/assets/') && !topLevelNames.some((name) => path.startsWith(`/${name}`)));

  const locate = (path: string): string | undefined => {
    try {
      const located = normalize(join(directory, decodeURIComponent(path)));
      return located.startsWith(directory + sep) && !located.includes('\0') ? located : undefined;
    } catch {
      return undefined;
    }
  };

  return {
    isIndex,
    readIndex: () => readFile(join(directory, 'index.html'), 'utf8'),
    async serveFile(request) {
      const path = locate(new URL(request.url).pathname);
      if (!path || !(await isFile(path))) return new Response('Not Found', { status: 404 });

      const headers = new Headers({
        'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
        'Cache-Control': `public, max-age=${String(maxAge)}`,
        Vary: 'Accept-Encoding',
      });
      for (const [coding, suffix] of codings) {
        if (acceptsCoding(request.headers.get('accept-encoding'), coding) && (await isFile(path + suffix))) {
          headers.set('Content-Encoding', coding);
          return new Response(await readBytes(path + suffix), { headers });
        }
      }
      return new Response(await readBytes(path), { headers });
    },
  };
};
