import { brotliCompressSync, constants } from 'node:zlib';

/**
 * Bytes after brotli at its best level, as the precompressed files have it.
 * @param {string | Buffer} data
 */
export function brotliSize(data) {
  return brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
