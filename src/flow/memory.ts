import type { Clock } from '../platform/clock.ts';
import type { Storages } from '../platform/storage.ts';
import { identifierOf, isRecord, isText, parseJson, textOf } from './guards.ts';
import type { Identifier } from './steps.ts';

/** Which app a person signs in to, and how it asked for the page to be. */
export interface Session {
  readonly appId?: string | undefined;
  readonly organizationId?: string | undefined;
  /** Space-separated language tags. */
  readonly uiLocales?: string | undefined;
  readonly loginHint?: string | undefined;
  /** Where the person came from, for a way back when the session is lost. */
  readonly appUrl?: string | undefined;
}

/** What must outlive the round trip to a social provider. */
export interface SocialAttempt {
  readonly state: string;
  readonly verificationId: string;
}

/** What must survive a reload or an identity provider's round trip. */
export interface Memory {
  session(): Session;
  rememberSession(session: Session): void;
  identifier(): Identifier | undefined;
  rememberIdentifier(identifier: Identifier): void;
  rememberSocial(connectorId: string, attempt: SocialAttempt): void;
  /**
   * The attempt a callback answers, once. A different stored state is a mismatch; nothing stored (an in-app browser lost it) falls
   * back to `localStorage`, where entries live ten minutes (flows 10.2).
   */
  takeSocial(connectorId: string, state: string): SocialAttempt | 'mismatch' | undefined;
  rememberNativeCallback(connectorId: string, link: string): void;
  takeNativeCallback(connectorId: string): string | undefined;
  /** Forgets what belongs to a finished sign-in. */
  finish(): void;
}

const key = { session: 'sie:1:session', identifier: 'sie:1:identifier' };
const socialKey = (connectorId: string) => `sie:1:social:${connectorId}`;
const nativeKey = (connectorId: string) => `social_callback_data:${connectorId}`;
/** Same key and shape as the server's stock page, whose tests and support notes name it. */
const fallbackPrefix = 'logto:redirect-context:fallback:';
const fallbackKey = (state: string) => `${fallbackPrefix}${state}`;
const fallbackLife = 10 * 60 * 1000;

export function createMemory(storages: Storages, clock: Clock): Memory {
  const { session, local } = storages;
  const read = (name: string) => parseJson(session.get(name));
  const write = (name: string, value: unknown) => session.set(name, JSON.stringify(value));

  const readSession = (): Session => {
    const stored = read(key.session);
    if (!isRecord(stored)) return {};
    return {
      appId: textOf(stored['appId']),
      organizationId: textOf(stored['organizationId']),
      uiLocales: textOf(stored['uiLocales']),
      loginHint: textOf(stored['loginHint']),
      appUrl: textOf(stored['appUrl']),
    };
  };

  const takeFallback = (connectorId: string, state: string): SocialAttempt | undefined => {
    const stored = parseJson(local.get(fallbackKey(state)));
    local.remove(fallbackKey(state));
    if (!isRecord(stored)) return undefined;
    const { flow, connectorId: id, state: kept, verificationId, expiresAt } = stored;
    if (flow !== 'social' || id !== connectorId || kept !== state || !isText(verificationId)) return undefined;
    if (typeof expiresAt !== 'number' || expiresAt <= clock.now()) return undefined;
    const known = readSession();
    write(key.session, {
      ...known,
      appId: known.appId ?? textOf(stored['appId']),
      organizationId: known.organizationId ?? textOf(stored['organizationId']),
      uiLocales: known.uiLocales ?? textOf(stored['uiLocales']),
    });
    return { state, verificationId };
  };

  /** Attempts that nobody came back from would otherwise stay for ever. */
  const sweepFallbacks = () => {
    for (const name of local.keys()) {
      if (!name.startsWith(fallbackPrefix)) continue;
      const stored = parseJson(local.get(name));
      if (!isRecord(stored) || !(Number(stored['expiresAt']) > clock.now())) local.remove(name);
    }
  };

  return {
    session: readSession,
    rememberSession: (value) => write(key.session, value),
    identifier: () => identifierOf(read(key.identifier)),
    rememberIdentifier: (value) => write(key.identifier, value),
    rememberSocial(connectorId, { state, verificationId }) {
      write(socialKey(connectorId), { state, verificationId });
      sweepFallbacks();
      const createdAt = clock.now();
      const { appId, organizationId, uiLocales } = readSession();
      const context = { flow: 'social', connectorId, state, verificationId, createdAt, expiresAt: createdAt + fallbackLife };
      local.set(fallbackKey(state), JSON.stringify({ ...context, appId, organizationId, uiLocales }));
    },
    takeSocial(connectorId, state) {
      const stored = read(socialKey(connectorId));
      if (!isRecord(stored) || !isText(stored['state'])) return takeFallback(connectorId, state);
      if (stored['state'] !== state || !isText(stored['verificationId'])) return 'mismatch';
      session.remove(socialKey(connectorId));
      local.remove(fallbackKey(state));
      return { state, verificationId: stored['verificationId'] };
    },
    rememberNativeCallback: (connectorId, link) => session.set(nativeKey(connectorId), link),
    takeNativeCallback(connectorId) {
      const link = session.get(nativeKey(connectorId));
      session.remove(nativeKey(connectorId));
      return link;
    },
    finish: () => session.remove(key.identifier),
  };
}
