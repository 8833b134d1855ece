import { number, object, parseJson, text } from '../shared/schema.ts';
import type { CommandContext } from './context.ts';

/**
 * What has been accepted once and works once: a provider's answer, the token of a link. Noted for all tabs of the browser, so that a
 * second load of the same address neither sends it again nor begins the interaction anew under the first.
 */
type Memories = Pick<CommandContext, 'storages' | 'clock'>;

const prefix = 'sie:1:taken:';
const life = 10 * 60 * 1000;

/** `expiresAt`: milliseconds since the epoch. */
const storedTaken = object({ verificationId: text, expiresAt: number });

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): a token itself is not stored anywhere. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

export function rememberTaken({ storages: { local, session }, clock }: Memories, what: string, verificationId: string): void {
  for (const name of local.keys())
    if (name.startsWith(prefix) && !verificationOf(local.get(name), clock.now())) local.remove(name);
  local.set(prefix + digest(what), JSON.stringify({ verificationId, expiresAt: clock.now() + life }));
  session.set(prefix + digest(what), verificationId);
}

/**
 * The verification that this was accepted as before. `isHere`: by this tab, which is not finished with it and goes on (the page was
 * loaded again).
 */
export function findTaken({ storages, clock }: Memories, what: string): { verificationId: string; isHere: boolean } | undefined {
  const key = prefix + digest(what);
  const verificationId = verificationOf(storages.local.get(key), clock.now());
  return verificationId ? { verificationId, isHere: storages.session.get(key) === verificationId } : undefined;
}

/** The interaction that this tab had it accepted in is lost: the next load asks the server again. */
export function forgetTaken({ storages: { local, session } }: Pick<CommandContext, 'storages'>, what: string): void {
  const key = prefix + digest(what);
  if (session.get(key) === undefined) return;
  session.remove(key);
  local.remove(key);
}

function verificationOf(json: string | undefined, now: number): string | undefined {
  const taken = parseJson(storedTaken, json);
  return taken && taken.expiresAt > now ? taken.verificationId : undefined;
}
