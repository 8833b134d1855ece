/**
 * What is fed with hostile documents in the code: each target makes an input, and runs everything that reads such an input. Throwing
 * is failing.
 */
import { patternsTarget, phrasesTarget, settingsTarget } from './targets-documents.js';
import { addressesTarget, errorsTarget, messagesTarget, storageTarget } from './targets-flow.js';

/** By name. */
export const targets = {
  settings: settingsTarget,
  phrases: phrasesTarget,
  errors: errorsTarget,
  addresses: addressesTarget,
  storage: storageTarget,
  messages: messagesTarget,
  patterns: patternsTarget,
};
