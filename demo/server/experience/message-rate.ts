import { defaultMessageRateLimitPolicy } from '@logto/schemas';

import type { Clock } from '../ports.ts';
import { ApiError } from './api-error.ts';

/** Protects recipients from floods: so many messages per recipient and window. Not the tenant's to change. */
export interface MessageRate {
  /** @throws ApiError `request.message_rate_limited` (429). */
  guard(recipient: string): void;
  record(recipient: string): void;
}

export const createMessageRate = (clock: Clock): MessageRate => {
  const { sendWindow, maxSendsPerRecipient } = defaultMessageRateLimitPolicy;
  const sent = new Map<string, readonly number[]>();
  // Otherwise writing an address differently would get past the limit.
  const keyOf = (recipient: string): string => recipient.trim().toLowerCase();
  const recent = (key: string): readonly number[] => (sent.get(key) ?? []).filter((at) => at > clock.now() - sendWindow * 1000);

  return {
    guard(recipient) {
      if (recent(keyOf(recipient)).length >= maxSendsPerRecipient) {
        throw new ApiError('request.message_rate_limited', { status: 429 });
      }
    },
    record(recipient) {
      const key = keyOf(recipient);
      sent.set(key, [...recent(key), clock.now()]);
    },
  };
};
