/**
 * Interface to the numbering plans. The interface and the loader are small and may be part of the first chunk;
 * the library and its metadata come only when `loadPhoneNumbers` is called.
 */

import { lazy } from '../shared/lazy.ts';
import type { PhoneNumbers } from '../shared/read-phone.ts';

export type { Country, PhoneNumber, PhoneNumbers } from '../shared/read-phone.ts';

/**
 * Loads the numbering plans once, within 5 s: the person may have submitted a form, and a number with its calling code can be sent
 * without them.
 * @throws ChunkLoadError the next call tries again
 */
export const loadPhoneNumbers: () => Promise<PhoneNumbers> = lazy(
  () => import('./phone-numbers-library.ts').then(({ phoneNumbers }) => phoneNumbers),
  5_000,
);
