import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hostedFolder, hostedManifest } from '../build/hosted.js';
import { brotliSize } from './brotli.js';

/** @typedef {{ name: string, kind: string, bytes: number }} Chunk */

/** @param {string} source module that the chunk was made for */
function kindOf(source) {
  if (source.startsWith('src/screens/')) return 'screen';
  if (source.startsWith('src/localization/generated/')) return 'locale';
  if (source.startsWith('src/platform/phone-numbers')) return 'phone numbers';
  return 'other';
}

/**
 * Every chunk that is loaded when it is needed. What several of them share is a chunk of its own and counts once.
 * @returns {Chunk[]}
 */
export function lazyChunks() {
  /** @type {import('vite').Manifest} */
  const manifest = JSON.parse(readFileSync(hostedManifest, 'utf8'));
  return Object.entries(manifest)
    .filter(([, { isEntry }]) => !isEntry)
    .map(([key, { file, name = file, isDynamicEntry }]) => ({
      name: isDynamicEntry ? key.replace(/^src\/|\.ts$/g, '') : name,
      // The client with the guards of its answers is wanted by the first deed, not by a screen.
      kind: isDynamicEntry ? kindOf(key) : name === 'client' ? 'other' : 'shared',
      bytes: brotliSize(readFileSync(path.join(hostedFolder, file))),
    }))
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
}
