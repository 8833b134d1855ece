import { parseUrl } from '../shared/web-address.ts';
import type { Context } from './context.ts';
import { isRecord, isText, parseJson } from './guards.ts';
import type { Params } from './steps/step.ts';

/**
 * In the system browser: the app that sent the person to a provider, to whom the provider's answer is handed. It is bound to one
 * connector and, where the provider's address carries one, to its `state` (RFC 6749 section 10.12), so that it serves the answer to
 * that question and no other.
 */
export interface Handover {
  readonly connectorId: string;
  readonly link: string;
  readonly state?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The answer has gone to the app. */
  readonly isDone?: boolean | undefined;
}

type Memories = Pick<Context, 'storages' | 'clock'>;

/** Goes with the interaction: a sign-in that begins or is finished in this tab takes it away. One for the tab: the last counts. */
const key = 'sie:1:interaction:handover';

const life = 10 * 60 * 1000;
/** Of one that nothing ties to the question: as long as signing in at a company may take, no longer. */
const unboundLife = 3 * 60 * 1000;

export function rememberHandover({ storages, clock }: Memories, connectorId: string, link: URL, question: URL): void {
  const state = question.searchParams.get('state') || undefined;
  const expiresAt = clock.now() + (state ? life : unboundLife);
  storages.session.set(key, JSON.stringify({ connectorId, link: link.href, state, expiresAt } satisfies Handover));
}

/**
 * The app that this answer is for. What is stored and does not fit is of no use to anybody, and goes.
 * @param isNobodys nobody in this browser began what the answer belongs to; else only a handover of the very `state` counts
 */
export function findHandover(
  { storages, clock }: Memories,
  connectorId: string,
  { state }: Params,
  isNobodys: boolean,
): Handover | undefined {
  const handover = handoverOf(parseJson(storages.session.get(key)));
  if (!handover) return undefined;
  const isMeant = handover.connectorId === connectorId && (handover.state === undefined ? isNobodys : handover.state === state);
  if (isMeant && handover.expiresAt > clock.now()) return handover;
  forgetHandover({ storages });
  return undefined;
}

/** Keeps that the answer has gone, where it can be told from others: loading the page again does not send it again. */
export function finishHandover({ storages }: Pick<Memories, 'storages'>, handover: Handover): void {
  if (handover.state) storages.session.set(key, JSON.stringify({ ...handover, isDone: true }));
  else forgetHandover({ storages });
}

export function forgetHandover({ storages }: Pick<Memories, 'storages'>): void {
  storages.session.remove(key);
}

function handoverOf(value: unknown): Handover | undefined {
  if (!isRecord(value)) return undefined;
  const { connectorId, link, state, expiresAt, isDone } = value;
  if (!isText(connectorId) || !parseUrl(link) || typeof expiresAt !== 'number') return undefined;
  if (state !== undefined && !isText(state)) return undefined;
  return { connectorId, link: String(link), state, expiresAt, isDone: isDone === true };
}
