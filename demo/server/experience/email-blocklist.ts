import { matchesEmailBlocklistItem } from '@logto/core-kit';

import { ApiError } from './api-error.ts';
import type { Tenant } from './tenant.ts';
import { emailOf, type VerificationRecord } from './verification-records.ts';

/** Domains of throw-away mailboxes. The real server asks a service of its cloud. */
const disposableDomains: ReadonlySet<string> = new Set(['disposable.example', 'throwaway.example']);

/**
 * @throws ApiError `session.email_blocklist.invalid_email` (400), `….email_subaddressing_not_allowed` or
 * `….email_not_allowed` (422) when new accounts may not have the record's address.
 */
export const guardEmailBlocklist = ({ signInExperience }: Tenant, record: VerificationRecord): void => {
  const email = emailOf(record);

  if (email === undefined) {
    return;
  }

  const [localPart = '', domain] = email.split('@');
  const {
    blockSubaddressing,
    customAllowlist = [],
    customBlocklist = [],
    blockDisposableAddresses,
  } = signInExperience.emailBlocklistPolicy;
  const isIn = (list: readonly string[]): boolean => list.some((item) => matchesEmailBlocklistItem(item, email));

  if (domain === undefined || domain === '') {
    throw new ApiError('session.email_blocklist.invalid_email');
  }

  if (blockSubaddressing === true && localPart.includes('+')) {
    throw new ApiError('session.email_blocklist.email_subaddressing_not_allowed', { status: 422 });
  }

  const isBlocked =
    (customAllowlist.length > 0 && !isIn(customAllowlist)) ||
    isIn(customBlocklist) ||
    (blockDisposableAddresses === true && disposableDomains.has(domain.toLowerCase()));

  if (isBlocked) {
    throw new ApiError('session.email_blocklist.email_not_allowed', { status: 422, values: { email } });
  }
};
