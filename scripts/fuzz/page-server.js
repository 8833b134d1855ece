/** Serves the built page with hostile settings, words and answers: one case for each browser context, named by a cookie. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentSecurityPolicy } from '../../demo/server/page/security-headers.ts';
import { hostedFolder } from '../build/hosted.js';

/**
 * @typedef {object} PageCase
 * @property {string} address path and query
 * @property {string} settings JSON
 * @property {string} phrases JSON
 * @property {string} refusal JSON: what every call of the page is answered
 * @property {number} status of the refusals
 * @property {boolean} inlined whether the server puts settings and words into the page
 * @property {boolean} strict whether the page has a Content-Security-Policy; without one, what is injected runs
 */

/** JSON that may stand in a script element: nothing in it can end the element or a line. */
const inScript = (/** @type {string} */ json) =>
  json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const noNeeds = { thirdParty: undefined, customCss: undefined, isPreview: false };

const types = /** @type {Record<string, string>} */ ({ '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' });

/**
 * @returns {Promise<{ origin: string, cases: Map<string, PageCase>, close: () => Promise<void> }>} put a case into `cases`, and set
 *   the cookie `case` to its name
 */
export async function startPageServer() {
  const index = readFileSync(path.join(hostedFolder, 'index.html'), 'utf8');
  /** @type {Map<string, PageCase>} */
  const cases = new Map();

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = /(?:^|; )case=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const { settings, phrases, refusal, status, inlined, strict } = cases.get(name) ?? {};
    /** @param {number} code @param {string} type @param {string | Buffer} body @param {Record<string, string>} [headers] */
    const answer = (code, type, body, headers = {}) => response.writeHead(code, { 'Content-Type': type, ...headers }).end(body);

    if (pathname.startsWith('/assets/')) {
      readFile(path.join(hostedFolder, path.posix.normalize(pathname))).then(
        (file) =>
          answer(200, types[path.extname(pathname)] ?? 'application/octet-stream', file, { 'Cache-Control': 'max-age=600' }),
        () => answer(404, 'text/plain', 'Not Found'),
      );
    } else if (pathname === '/api/.well-known/sign-in-exp') answer(200, 'application/json', settings ?? '{}');
    else if (pathname === '/api/.well-known/phrases')
      answer(200, 'application/json', phrases ?? '{}', { 'Content-Language': 'en' });
    else if (pathname.startsWith('/api/')) answer(status ?? 500, 'application/json', refusal ?? '{}');
    else {
      const data = `{"signInExperience":{"data":${settings ?? '{}'}},"phrases":{"lng":"en","data":${phrases ?? '{}'}}}`;
      const html = inlined ? index.replace('"__LOGTO_SSR__"', () => `Object.freeze(${inScript(data)})`) : index;
      const policy = strict && { 'Content-Security-Policy': contentSecurityPolicy('strict', html, noNeeds) };
      answer(200, 'text/html; charset=utf-8', html, { 'Cache-Control': 'no-store', ...policy });
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
  return {
    origin: `http://localhost:${String(address.port)}`,
    cases,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
