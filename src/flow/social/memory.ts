import * as z from 'zod/mini';
import { anyRecord, flag, number, object, optional, parseJson, text, textThat } from '../../shared/schema.ts';
import { parseUrl } from '../../shared/web-address.ts';
import type { CommandContext } from '../context.ts';
import { storageKey } from '../memory.ts';
import type { Params } from '../steps/step.ts';

const attempt = { flow: z.enum(['social', 'sso']), state: text, verificationId: text };
const storedAttempt = object(attempt);

/** Data that is kept during the round trip to a social provider or an enterprise SSO connector. */
export type SocialAttempt = z.output<typeof storedAttempt>;

/** The copy of an attempt in `localStorage`, with the session it belongs to. */
const storedFallback = object({
  ...attempt,
  connectorId: z.string(),
  /** Milliseconds since the epoch. */
  expiresAt: number,
  appId: optional(text),
  organizationId: optional(text),
  uiLocales: optional(text),
});

/** The fields that identify an attempt. */
const withState = object({ state: text });
const withExpiry = object({ expiresAt: number });

type Memories = Pick<CommandContext, 'memory' | 'storages' | 'clock'>;

const probeKey = storageKey('probe');
const attemptKey = (connectorId: string) => storageKey(`social:${connectorId}`);
/** Same key and shape as the server's stock page, whose tests and support notes name it. */
const fallbackPrefix = 'logto:redirect-context:fallback:';
const fallbackLife = 10 * 60 * 1000;

/** Stores an attempt for the callback: in the tab, and in `localStorage` for in-app browsers that lose the tab's storage. */
export function rememberSocial(
  { memory, storages, clock }: Memories,
  { connectorId, flow, state, verificationId }: SocialAttempt & { readonly connectorId: string },
): void {
  const { session, local } = storages;
  // The response to this attempt must not be handed to an app whose own attempt was abandoned.
  forgetHandover({ storages });
  session.set(attemptKey(connectorId), JSON.stringify({ flow, state, verificationId }));
  const createdAt = clock.now();
  // Abandoned attempts would otherwise stay forever.
  for (const name of local.keys()) {
    if (name.startsWith(fallbackPrefix) && !isAlive(parseJson(withExpiry, local.get(name)), createdAt)) local.remove(name);
  }
  const { appId, organizationId, uiLocales } = memory.session();
  const context = { flow, connectorId, state, verificationId, createdAt, expiresAt: createdAt + fallbackLife };
  local.set(fallbackPrefix + state, JSON.stringify({ ...context, appId, organizationId, uiLocales }));
}

/** Whether stored data survives until the callback: browsers that deny cookies often deny storage, too. */
export function canRemember({ storages: { session, local, tab = session } }: Pick<CommandContext, 'storages'>): boolean {
  return [tab, local].some((storage) => {
    storage.set(probeKey, '1');
    const isKept = storage.get(probeKey) === '1';
    storage.remove(probeKey);
    return isKept;
  });
}

/**
 * The attempt of a callback. A different stored state is a mismatch; the copy in `localStorage` is used only if the tab stores nothing.
 * It stays until `forgetSocial`, so that the callback can be retried after a connection failure.
 */
export function findSocial(memories: Memories, connectorId: string, state: string): SocialAttempt | undefined {
  const json = memories.storages.session.get(attemptKey(connectorId));
  const stored = parseJson(withState, json);
  if (!stored) return findFallback(memories, connectorId, state);
  return stored.state === state ? parseJson(storedAttempt, json) : undefined;
}

/** Where the attempt with this `state` was started: in this tab, or in another one of this browser. */
export function attemptPlace(
  { storages: { session, local } }: Pick<CommandContext, 'storages'>,
  connectorId: string,
  state = '',
): 'tab' | 'browser' | undefined {
  const has = (json: string | undefined) => parseJson(withState, json)?.state === state;
  if (has(session.get(attemptKey(connectorId)))) return 'tab';
  return has(local.get(fallbackPrefix + state)) ? 'browser' : undefined;
}

/** Notes that the response is being sent to the server. @returns whether that was noted before */
export function markSent(
  { storages: { session, local } }: Pick<CommandContext, 'storages'>,
  connectorId: string,
  state: string,
): boolean {
  const places = [
    [session, attemptKey(connectorId)],
    [local, fallbackPrefix + state],
  ] as const;
  return places.reduce((wasSent, [storage, key]) => {
    const stored = parseJson(anyRecord, storage.get(key));
    if (stored?.['state'] !== state) return wasSent;
    storage.set(key, JSON.stringify({ ...stored, isSent: true }));
    return wasSent || stored['isSent'] === true;
  }, false);
}

/** Removes the attempt, when the server has decided on it. */
export function forgetSocial(
  { storages: { session, local } }: Pick<CommandContext, 'storages'>,
  connectorId: string,
  state: string,
): void {
  session.remove(attemptKey(connectorId));
  local.remove(fallbackPrefix + state);
}

function findFallback({ memory, storages, clock }: Memories, connectorId: string, state: string): SocialAttempt | undefined {
  const stored = parseJson(storedFallback, storages.local.get(fallbackPrefix + state));
  if (!stored || !isAlive(stored, clock.now()) || stored.connectorId !== connectorId || stored.state !== state) return undefined;
  const known = memory.session();
  memory.rememberSession({
    ...known,
    appId: known.appId ?? stored.appId,
    organizationId: known.organizationId ?? stored.organizationId,
    uiLocales: known.uiLocales ?? stored.uiLocales,
  });
  return { flow: stored.flow, state, verificationId: stored.verificationId };
}

const isAlive = (stored: { readonly expiresAt: number } | undefined, now: number): boolean =>
  stored !== undefined && stored.expiresAt > now;

/**
 * In the system browser: the app that sent the person to a provider and receives the provider's response. It is bound to one connector
 * and, if the provider's address has one, to its `state` (RFC 6749 section 10.12), so that the app receives the response to its own
 * request only.
 */
export type Handover = z.output<typeof storedHandover>;

const storedHandover = object({
  connectorId: text,
  link: textThat('URL', (link) => parseUrl(link) !== undefined),
  // Not `optional`, which would drop a malformed state and so remove the binding.
  state: z.exactOptional(text),
  /** Milliseconds since the epoch. */
  expiresAt: number,
  /** The response was handed to the app. */
  isDone: flag,
});

/** Goes with the interaction: a sign-in that begins or is finished in this tab takes it away. One for the tab: the last counts. */
const handoverKey = storageKey('interaction:handover');

const handoverLife = 10 * 60 * 1000;
/** Lifetime of a handover without `state`: just long enough for a sign-in at the provider. */
const unboundLife = 3 * 60 * 1000;

export function rememberHandover(
  { storages, clock }: Pick<CommandContext, 'storages' | 'clock'>,
  connectorId: string,
  link: URL,
  question: URL,
): void {
  const state = question.searchParams.get('state') || undefined;
  const expiresAt = clock.now() + (state ? handoverLife : unboundLife);
  storages.session.set(handoverKey, JSON.stringify({ connectorId, link: link.href, state, expiresAt }));
}

/**
 * The app that this response is for. A stored handover that does not match is removed.
 * @param isNobodys no attempt of this browser has the `state`; otherwise only a handover with the same `state` matches
 */
export function findHandover(
  { storages, clock }: Pick<CommandContext, 'storages' | 'clock'>,
  connectorId: string,
  { state }: Params,
  isNobodys: boolean,
): Handover | undefined {
  const handover = parseJson(storedHandover, storages.session.get(handoverKey));
  if (!handover) return undefined;
  const isMeant = handover.connectorId === connectorId && (handover.state === undefined ? isNobodys : handover.state === state);
  if (isMeant && handover.expiresAt > clock.now()) return handover;
  forgetHandover({ storages });
  return undefined;
}

/** Notes that the response was handed over, so that a reload does not send it again. Without `state` the handover is removed. */
export function markHandedOver({ storages }: Pick<CommandContext, 'storages'>, handover: Handover): void {
  if (handover.state) storages.session.set(handoverKey, JSON.stringify({ ...handover, isDone: true }));
  else forgetHandover({ storages });
}

export function forgetHandover({ storages }: Pick<CommandContext, 'storages'>): void {
  storages.session.remove(handoverKey);
}
