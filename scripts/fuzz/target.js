/** What is fed with hostile documents in the code. */
import { readSettings } from '../../src/client/schemas/settings.ts';
import { settingsDocuments } from './documents.js';

/**
 * @template Input
 * @typedef {object} Target
 * @property {number} share cases, where the settings have 100,000
 * @property {import('fast-check').Arbitrary<Input>} input
 * @property {(input: Input) => unknown} prepare what is read: made before the clock starts
 * @property {(it: any) => void} run
 */

/**
 * @template Input
 * @param {Target<Input>} target
 * @returns {Target<any>}
 */
export const target = (target) => target;

export const silent = () => undefined;

export const usualSettings = readSettings(settingsDocuments.at(-1), silent);
