import type { SignInIdentifier } from '@logto/schemas';

import type { Clock } from '../ports.ts';
import { ApiError } from './api-error.ts';
import { randomId } from './random-id.ts';

/** An identity at a company's identity provider. */
export interface SsoIdentity {
  readonly issuer: string;
  readonly ssoConnectorId: string;
  readonly identityId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A person's account. Passwords are kept as they are: everything here is made up and lives in memory. */
export interface User {
  readonly id: string;
  readonly username: string | null;
  readonly primaryEmail: string | null;
  /** Digits with the country code, no plus. */
  readonly primaryPhone: string | null;
  readonly password: string | null;
  /** Milliseconds since the epoch; null: never set. */
  readonly passwordUpdatedAt: number | null;
  readonly name: string | null;
  readonly avatar: string | null;
  /** Standard claims beyond name and avatar. */
  readonly profile: Readonly<Record<string, unknown>>;
  /** What custom profile fields of the tenant's own making collected. */
  readonly customData: Readonly<Record<string, unknown>>;
  readonly isSuspended: boolean;
  /** By connector target. */
  readonly identities: Readonly<Record<string, { readonly userId: string; readonly details?: unknown }>>;
  readonly ssoIdentities: readonly SsoIdentity[];
  readonly createdAt: number;
  readonly lastSignInAt: number | null;
}

/** What a new account may be given; the rest is filled in. */
export type NewUser = Partial<User>;

export interface Identifier {
  readonly type: `${SignInIdentifier}`;
  readonly value: string;
}

export interface UserDirectory {
  readonly all: readonly User[];
  findById(id: string): User | undefined;
  /** E-mail addresses are compared regardless of case, usernames as the tenant wants it. */
  findByIdentifier(identifier: Identifier): User | undefined;
  findByIdentity(target: string, userId: string): User | undefined;
  findBySsoIdentity(issuer: string, identityId: string): User | undefined;
  insert(user: NewUser): User;
  /** @throws ApiError `entity.not_found` (404) for an unknown id. */
  update(id: string, patch: Partial<Omit<User, 'id'>>): User;
}

const sameText = (one: string | null, other: string, caseSensitive: boolean): boolean =>
  caseSensitive ? one === other : one?.toLowerCase() === other.toLowerCase();

export const createUserDirectory = (options: {
  readonly initial: readonly NewUser[];
  readonly clock: Clock;
  readonly isUsernameCaseSensitive: () => boolean;
}): UserDirectory => {
  const { initial, clock, isUsernameCaseSensitive } = options;
  const users = new Map<string, User>();

  const directory: UserDirectory = {
    get all() {
      return [...users.values()];
    },
    findById: (id) => users.get(id),
    findByIdentifier: ({ type, value }) =>
      directory.all.find((user) => {
        switch (type) {
          case 'username':
            return sameText(user.username, value, isUsernameCaseSensitive());
          case 'email':
            return sameText(user.primaryEmail, value, false);
          case 'phone':
            return user.primaryPhone === value;
        }
      }),
    findByIdentity: (target, userId) => directory.all.find(({ identities }) => identities[target]?.userId === userId),
    findBySsoIdentity: (issuer, identityId) =>
      directory.all.find(({ ssoIdentities }) =>
        ssoIdentities.some((identity) => identity.issuer === issuer && identity.identityId === identityId),
      ),
    insert(user) {
      const created: User = {
        id: randomId(12),
        username: null,
        primaryEmail: null,
        primaryPhone: null,
        password: null,
        passwordUpdatedAt: null,
        name: null,
        avatar: null,
        profile: {},
        customData: {},
        isSuspended: false,
        identities: {},
        ssoIdentities: [],
        createdAt: clock.now(),
        lastSignInAt: null,
        ...user,
      };
      users.set(created.id, created);

      return created;
    },
    update(id, patch) {
      const current = users.get(id);

      if (current === undefined) {
        throw new ApiError('entity.not_found', { status: 404 });
      }

      const updated = { ...current, ...patch };
      users.set(id, updated);

      return updated;
    },
  };

  for (const user of initial) {
    directory.insert(user);
  }

  return directory;
};
