import type { CaptchaBehaviour } from '../../server/experience/captcha-tokens.ts';
import type { PresetName } from '../../server/experience/presets.ts';
import type { User } from '../../server/experience/users.ts';
import type { DeliveredMessage } from '../../server/ports.ts';

/** A simulated fault; see `demo/server/experience/faults.ts`. */
export interface Fault {
  /** `METHOD /path`, the method optional, `*` at the end or within the path for anything. */
  readonly endpoint: string;
  /** Milliseconds to wait first. */
  readonly latency?: number;
  readonly status?: number;
  readonly code?: string;
  readonly data?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly malformed?: boolean;
  readonly offline?: boolean;
  /** How many requests it affects; all of them by default. */
  readonly times?: number;
}

/** A link with a one-time token that signs in, or that lets the person set a new password. */
export interface MagicLink {
  readonly token: string;
  readonly email: string;
  /** Address of the app that starts a sign-in with the token. */
  readonly link: string;
}

export interface MagicLinkOptions {
  readonly interactionEvent?: 'SignIn' | 'Register' | 'ForgotPassword';
  readonly status?: 'active' | 'consumed' | 'revoked' | 'expired';
  /** Seconds. */
  readonly expiresIn?: number;
}

/** Controls the embedded server. */
export interface Qa {
  reset(): Promise<void>;
  preset(name: PresetName): Promise<void>;
  /** Changes single settings of the sign-in experience. */
  settings(signInExperience: object): Promise<void>;
  /** Changes the tenant's other data: custom phrases, branding of apps. */
  tenant(patch: object): Promise<void>;
  faults(...faults: readonly Fault[]): Promise<void>;
  addUser(user: object): Promise<void>;
  /** All accounts on the server. */
  users(): Promise<readonly User[]>;
  /** Sets how captchas behave from now on. */
  captcha(behaviour: CaptchaBehaviour): Promise<void>;
  /**
   * A Google One Tap credential that another site received, as the app's address that signs in with it.
   * @param person key of somebody in `demo/server/upstreams/people.ts`
   */
  googleLink(person: string): Promise<string>;
  magicLink(email: string, options?: MagicLinkOptions): Promise<MagicLink>;
  /** Moves the server's clock. */
  letTimePass(milliseconds: number): Promise<void>;
  outbox(to?: string): Promise<readonly DeliveredMessage[]>;
}

/** @param origin of the embedded server */
export function createQa(origin: string): Qa {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${origin}/qa${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /qa${path}: ${response.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
  return {
    reset: async () => {
      await ask('POST', '/reset');
    },
    preset: async (name) => {
      await ask('POST', '/preset', { name });
    },
    settings: async (signInExperience) => {
      await ask('PATCH', '/settings', { signInExperience });
    },
    tenant: async (patch) => {
      await ask('PATCH', '/settings', patch);
    },
    faults: async (...faults) => {
      await ask('PUT', '/faults', faults);
    },
    addUser: async (user) => {
      await ask('POST', '/users', user);
    },
    users: async () => (await ask('GET', '/users')) as readonly User[],
    captcha: async (behaviour) => {
      await ask('PUT', '/captcha', { behaviour });
    },
    googleLink: async (person) => ((await ask('POST', '/google-credentials', { person })) as { link: string }).link,
    magicLink: async (email, options = {}) => (await ask('POST', '/one-time-tokens', { email, ...options })) as MagicLink,
    letTimePass: async (advanceMs) => {
      await ask('POST', '/clock', { advanceMs });
    },
    outbox: async (to) =>
      (await ask('GET', `/outbox${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`)) as readonly DeliveredMessage[],
  };
}
