import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { acceptsCoding } from './accept-encoding.ts';

/** Bytes below which compressing is not worth it. */
const threshold = 1024;

/** Compresses an answer made on the spot, as the real server does: text of more than 1 kB, brotli at a quick level or gzip. */
export const compress = async (request: Request, response: Response): Promise<Response> => {
  const isText = /^(text\/|application\/json)/.test(response.headers.get('content-type') ?? '');
  if (!isText || !response.body || response.headers.has('content-encoding')) return response;

  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.append('vary', 'Accept-Encoding');
  headers.delete('content-length');
  const answer = (body: Uint8Array<ArrayBuffer>) => new Response(body, { status: response.status, headers });

  const accepted = request.headers.get('accept-encoding');
  if (bytes.length < threshold) return answer(bytes);
  if (acceptsCoding(accepted, 'br')) {
    headers.set('content-encoding', 'br');
    return answer(new Uint8Array(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })));
  }
  if (acceptsCoding(accepted, 'gzip')) {
    headers.set('content-encoding', 'gzip');
    return answer(new Uint8Array(gzipSync(bytes)));
  }
  return answer(bytes);
};
