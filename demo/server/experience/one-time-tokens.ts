import type { InteractionEvent } from '@logto/schemas';

import type { Clock } from '../ports.ts';
import { ApiError } from './api-error.ts';
import { randomId } from './random-id.ts';

export const oneTimeTokenStatuses = ['active', 'consumed', 'revoked', 'expired'] as const;

/** What a magic link carries. */
export interface OneTimeToken {
  readonly token: string;
  readonly email: string;
  readonly status: (typeof oneTimeTokenStatuses)[number];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The only event it is good for; left out, it is good for all. */
  readonly interactionEvent?: `${InteractionEvent}` | undefined;
}

export interface NewOneTimeToken extends Pick<OneTimeToken, 'email' | 'interactionEvent'> {
  readonly status?: OneTimeToken['status'] | undefined;
  /** Seconds; ten minutes unless told. */
  readonly expiresIn?: number | undefined;
}

/** The magic links that were made. The management API of a real server makes them. */
export interface OneTimeTokens {
  readonly all: readonly OneTimeToken[];
  create(token: NewOneTimeToken): OneTimeToken;
  /**
   * Whether a token could be used, without using it.
   * @throws ApiError `one_time_token.token_not_found` (404); 400 `.email_mismatch`, `.token_expired`, `.token_consumed`,
   * `.token_revoked` or `.interaction_event_mismatch`, looked for in this order.
   */
  check(token: string, email: string, event?: InteractionEvent): void;
  /** Uses it up. @throws ApiError as `check` does. */
  verify(token: string, email: string, event: InteractionEvent): void;
}

export const createOneTimeTokens = (clock: Clock): OneTimeTokens => {
  const tokens = new Map<string, OneTimeToken>();

  const find = (token: string): OneTimeToken => {
    const found = tokens.get(token);

    if (found === undefined) {
      throw new ApiError('one_time_token.token_not_found', { status: 404, values: { token } });
    }

    return found;
  };

  const directory: OneTimeTokens = {
    get all() {
      return [...tokens.values()];
    },
    create({ email, interactionEvent, status = 'active', expiresIn = 600 }) {
      const created = { token: randomId(32), email, status, interactionEvent, expiresAt: clock.now() + expiresIn * 1000 };
      tokens.set(created.token, created);

      return created;
    },
    check(token, email, event) {
      const { status, expiresAt, interactionEvent, ...made } = find(token);

      if (made.email !== email) {
        throw new ApiError('one_time_token.email_mismatch');
      }

      if (expiresAt <= clock.now() || status === 'expired') {
        throw new ApiError('one_time_token.token_expired');
      }

      if (status !== 'active') {
        throw new ApiError(`one_time_token.token_${status}`);
      }

      if (event !== undefined && interactionEvent !== undefined && interactionEvent !== event) {
        throw new ApiError('one_time_token.interaction_event_mismatch');
      }
    },
    verify(token, email, event) {
      directory.check(token, email, event);
      tokens.set(token, { ...find(token), status: 'consumed' });
    },
  };

  return directory;
};
