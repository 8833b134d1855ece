/**
 * What the Experience API needs from the world around it. The Node entry plugs in a real OIDC provider and the published
 * connector packages; tests and a static gallery plug in memory versions. Web-standard types only.
 */

/** One authorization request waiting for a person, as the OIDC side keeps it. */
export interface Interaction {
  readonly uid: string;
  /** Parameters of the authorization request, e.g. `client_id`, `ui_locales`, `login_hint`. */
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly prompt: 'login' | 'consent';
  readonly application: { readonly id: string; readonly name: string };
  /** Who is signed in at the provider already, in this browser. */
  readonly accountId: string | undefined;
  /** Scopes that nobody has granted yet, `openid` and `offline_access` apart. */
  readonly missingScopes: readonly string[];
  /** Logto keeps its own state in the interaction's `result`; undefined until `PUT /api/experience`. */
  readonly state: unknown;
  saveState(state: unknown): Promise<void>;
  /** Records who signed in. Answers the absolute URL at which the provider goes on. */
  finish(result: { readonly accountId: string }): Promise<{ readonly redirectTo: string }>;
}

export interface InteractionStore {
  /** By `_interaction` cookie, header `Logto-App-Id`, query `app_id`. Undefined: no session. */
  find(request: Request): Promise<Interaction | undefined>;
}

/** What a social connector learns about a person. */
export interface SocialUserInfo {
  readonly id: string;
  readonly name?: string | undefined;
  readonly avatar?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly rawData?: unknown;
}

/** A configured social connector, called the way the real server calls the published packages. */
export interface SocialConnector {
  readonly id: string;
  readonly target: string;
  readonly platform: 'Native' | 'Universal' | 'Web' | null;
  readonly name: Readonly<Record<string, string>>;
  readonly logo: string;
  readonly logoDark: string | null;
  /** Google's alone: what its One Tap is set up with. */
  readonly oneTapClientId?: string;
  getAuthorizationUri(
    request: { readonly state: string; readonly redirectUri: string },
    saveSession: (session: unknown) => void,
  ): Promise<string>;
  getUserInfo(data: unknown, readSession: () => unknown): Promise<SocialUserInfo>;
}

/** A company's identity provider as the server speaks to it. */
export interface SsoConnector {
  readonly issuer: string;
  getAuthorizationUri(
    request: { readonly state: string; readonly redirectUri: string },
    saveSession: (session: unknown) => void,
  ): Promise<string>;
  /** Throws a connector-kit `ConnectorError` when the provider refuses. */
  getUserInfo(data: unknown, session: unknown): Promise<SocialUserInfo>;
}

/** Sends a one-time code. Throws a connector-kit `ConnectorError` when the provider refuses. */
export interface MessageConnector {
  readonly type: 'email' | 'phone';
  send(message: { readonly to: string; readonly usage: string; readonly code: string; readonly locale?: string }): Promise<void>;
}

/** A clock that tests can move. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
}

/** A message as it reached a person's phone or mailbox. */
export interface DeliveredMessage {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  /** An e-mail address, or a phone number in digits with its country code. */
  readonly to: string;
  /** What the code is for, e.g. `SignIn`, `Register`, `ForgotPassword`. */
  readonly usage: string;
  readonly code: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

/** Everything that was delivered, newest first. The inbox page and the QA API read it. */
export interface Outbox {
  readonly messages: readonly DeliveredMessage[];
  add(message: Omit<DeliveredMessage, 'id'>): void;
  clear(): void;
}
