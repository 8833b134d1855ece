import { ConnectorError, ConnectorErrorCodes } from '@logto/connector-kit';

import type { Clock, MessageConnector, Outbox, SocialConnector, SsoConnector } from '../ports.ts';
import { randomId } from './random-id.ts';
import type { SsoConnectorEntry } from './tenant.ts';

/** A round mark with the first letter of a name. */
export const letterLogo = (name: string, color = '#5c6bc0'): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="12" fill="${color}"/><text x="12" y="17" text-anchor="middle" font-family="system-ui,sans-serif" font-size="14" fill="#fff">${/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '?'}</text></svg>`,
  )}`;

const textOf = (data: unknown, key: string): string | undefined => {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;

  return typeof value === 'string' ? value : undefined;
};

export interface MemorySocialOptions {
  readonly id: string;
  readonly target: string;
  readonly platform?: SocialConnector['platform'];
  readonly name?: SocialConnector['name'];
  readonly logoDark?: string | null;
  /** Where the person is sent. Left out, everybody agrees at once: the address is the redirect URI, with a code. */
  readonly authorizationEndpoint?: string;
}

/**
 * A social connector with no provider behind it. It believes what the callback says about the person: `userId`, `email`,
 * `phone`, `name`, `avatar`; a callback without a `code` fails the way published connectors fail.
 */
export const createMemorySocialConnector = (options: MemorySocialOptions): SocialConnector => {
  const { id, target, platform = 'Web', name = { en: target }, logoDark = null, authorizationEndpoint } = options;

  return {
    id,
    target,
    platform,
    name,
    logo: letterLogo(name['en'] ?? target),
    logoDark,
    async getAuthorizationUri({ state, redirectUri }, saveSession) {
      saveSession({ redirectUri });
      const uri = new URL(authorizationEndpoint ?? redirectUri);
      uri.searchParams.set('state', state);

      if (authorizationEndpoint === undefined) {
        uri.searchParams.set('code', 'memory-code');
      } else {
        uri.searchParams.set('redirect_uri', redirectUri);
      }

      return Promise.resolve(uri.href);
    },
    async getUserInfo(data, readSession) {
      readSession();

      if (textOf(data, 'code') === undefined) {
        throw new ConnectorError(ConnectorErrorCodes.General, { message: JSON.stringify(data) });
      }

      return Promise.resolve({
        id: textOf(data, 'userId') ?? `${target}-somebody`,
        name: textOf(data, 'name'),
        avatar: textOf(data, 'avatar'),
        email: textOf(data, 'email'),
        phone: textOf(data, 'phone'),
      });
    },
  };
};

/** An enterprise connector with no provider behind it. It believes the claims that the callback brings. */
export const createMemorySsoConnector = ({ config }: SsoConnectorEntry): SsoConnector => {
  const { issuer = 'https://idp.example', clientId = 'memory' } = config as Readonly<Record<string, string | undefined>>;

  return {
    issuer,
    async getAuthorizationUri({ state, redirectUri }, saveSession) {
      const nonce = randomId();
      saveSession({ nonce, redirectUri, state });
      const query = { state, nonce, client_id: clientId, response_type: 'code', redirect_uri: redirectUri };

      return Promise.resolve(`${issuer}/auth?${new URLSearchParams({ ...query, scope: 'openid profile email' }).toString()}`);
    },
    async getUserInfo(data) {
      const { sub, name, picture, email } = data as Readonly<Record<string, string | undefined>>;

      if (sub === undefined) {
        throw new ConnectorError(ConnectorErrorCodes.AuthorizationFailed, { message: JSON.stringify(data) });
      }

      return Promise.resolve({ id: sub, name, avatar: picture, email });
    },
  };
};

/** A message connector that delivers into an outbox. */
export const createOutboxConnector = (options: {
  readonly type: MessageConnector['type'];
  readonly outbox: Outbox;
  readonly clock: Clock;
}): MessageConnector => {
  const { type, outbox, clock } = options;

  return {
    type,
    async send({ to, usage, code }) {
      outbox.add({
        channel: type === 'phone' ? 'sms' : 'email',
        to,
        usage,
        code,
        text: `${code} is your verification code.`,
        sentAt: clock.now(),
      });

      return Promise.resolve();
    },
  };
};
