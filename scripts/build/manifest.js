import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { root } from '../files.js';

/**
 * The custom elements manifest (schema 1.0.0) of our elements and events.
 * @returns {Promise<import('custom-elements-manifest/schema').Package>}
 */
export function analyze() {
  return cli({ argv: ['analyze'], cwd: root, noWrite: true });
}
