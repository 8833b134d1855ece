import * as z from 'zod/mini';
import { anyRecord, flag, number, object, optional, parseJson, text, textThat } from '../../shared/schema.ts';
import { parseUrl } from '../../shared/web-address.ts';
import type { CommandContext } from '../context.ts';
import type { Params } from '../steps/step.ts';

const attempt = { flow: z.enum(['social', 'sso']), state: text, verificationId: text };
const storedAttempt = object(attempt);

/** What must outlive the round trip to a social provider or an enterprise SSO connector. */
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

/** Which question an attempt is, whatever else is stored with it. */
const withState = object({ state: text });
const withExpiry = object({ expiresAt: number });

type Memories = Pick<CommandContext, 'memory' | 'storages' | 'clock'>;

const probeKey = 'sie:1:probe';
const attemptKey = (connectorId: string) => `sie:1:social:${connectorId}`;
/** Same key and shape as the server's stock page, whose tests and support notes name it. */
const fallbackPrefix = 'logto:redirect-context:fallback:';
const fallbackLife = 10 * 60 * 1000;

/** Keeps an attempt for the way back: in the tab, and in `localStorage` for in-app browsers that lose the tab's storage. */
export function rememberSocial(
  { memory, storages, clock }: Memories,
  { connectorId, flow, state, verificationId }: SocialAttempt & { readonly connectorId: string },
): void {
  const { session, local } = storages;
  // A link that an app left here and nobody came back for is not where this answer belongs.
  forgetHandover({ storages });
  session.set(attemptKey(connectorId), JSON.stringify({ flow, state, verificationId }));
  const createdAt = clock.now();
  // Attempts that nobody came back from would otherwise stay for ever.
  for (const name of local.keys()) {
    if (name.startsWith(fallbackPrefix) && !isAlive(parseJson(withExpiry, local.get(name)), createdAt)) local.remove(name);
  }
  const { appId, organizationId, uiLocales } = memory.session();
  const context = { flow, connectorId, state, verificationId, createdAt, expiresAt: createdAt + fallbackLife };
  local.set(fallbackPrefix + state, JSON.stringify({ ...context, appId, organizationId, uiLocales }));
}

/** Whether anything is still there on the way back: browsers that forbid cookies often forbid storage, too. */
export function canRemember({ storages: { session, local, tab = session } }: Pick<CommandContext, 'storages'>): boolean {
  return [tab, local].some((storage) => {
    storage.set(probeKey, '1');
    const isKept = storage.get(probeKey) === '1';
    storage.remove(probeKey);
    return isKept;
  });
}

/**
 * The attempt that a callback answers. A different stored state is a mismatch; only where nothing is stored does the copy in
 * `localStorage` count. It stays until `forgetSocial`, so that a lost connection can be tried again.
 */
export function findSocial(memories: Memories, connectorId: string, state: string): SocialAttempt | undefined {
  const json = memories.storages.session.get(attemptKey(connectorId));
  const stored = parseJson(withState, json);
  if (!stored) return findFallback(memories, connectorId, state);
  return stored.state === state ? parseJson(storedAttempt, json) : undefined;
}

/** Where somebody began what this `state` belongs to: in this tab, or in another of this browser. */
export function attemptPlace(
  { storages: { session, local } }: Pick<CommandContext, 'storages'>,
  connectorId: string,
  state = '',
): 'tab' | 'browser' | undefined {
  const has = (json: string | undefined) => parseJson(withState, json)?.state === state;
  if (has(session.get(attemptKey(connectorId)))) return 'tab';
  return has(local.get(fallbackPrefix + state)) ? 'browser' : undefined;
}

/** Notes that the answer is on its way to the server. @returns whether it was before */
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

/** The server has answered: the attempt counts no more. */
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
 * In the system browser: the app that sent the person to a provider, to whom the provider's answer is handed. It is bound to one
 * connector and, where the provider's address carries one, to its `state` (RFC 6749 section 10.12), so that it serves the answer to
 * that question and no other.
 */
export type Handover = z.output<typeof storedHandover>;

const storedHandover = object({
  connectorId: text,
  link: textThat('URL', (link) => parseUrl(link) !== undefined),
  // Not `optional`: one whose state is malformed must not become one that needs none.
  state: z.exactOptional(text),
  /** Milliseconds since the epoch. */
  expiresAt: number,
  /** The answer has gone to the app. */
  isDone: flag,
});

/** Goes with the interaction: a sign-in that begins or is finished in this tab takes it away. One for the tab: the last counts. */
const handoverKey = 'sie:1:interaction:handover';

const handoverLife = 10 * 60 * 1000;
/** Of one that nothing ties to the question: as long as signing in at a company may take, no longer. */
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
 * The app that this answer is for. What is stored and does not fit is of no use to anybody, and goes.
 * @param isNobodys nobody in this browser began what the answer belongs to; else only a handover of the very `state` counts
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

/** Keeps that the answer has gone, where it can be told from others: loading the page again does not send it again. */
export function markHandedOver({ storages }: Pick<CommandContext, 'storages'>, handover: Handover): void {
  if (handover.state) storages.session.set(handoverKey, JSON.stringify({ ...handover, isDone: true }));
  else forgetHandover({ storages });
}

export function forgetHandover({ storages }: Pick<CommandContext, 'storages'>): void {
  storages.session.remove(handoverKey);
}
