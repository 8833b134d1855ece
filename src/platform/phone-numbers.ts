/**
 * Port to what the world knows about phone numbers. The interface and the loader are small and may stand in the first chunk;
 * the library and its metadata come only when `loadPhoneNumbers` is called.
 */

import type { PhoneNumbers } from '../shared/phone-numbers.ts';

export type { Country, PhoneNumber, PhoneNumbers } from '../shared/phone-numbers.ts';

let loading: Promise<PhoneNumbers> | undefined;

/** Loads the numbering plans once. Rejects when they cannot be fetched; the next call then tries again. */
export function loadPhoneNumbers(): Promise<PhoneNumbers> {
  loading ??= import('./phone-numbers-library.ts').then(
    ({ phoneNumbers }) => phoneNumbers,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
