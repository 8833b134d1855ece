import { number, object, parseJson, text } from '../shared/schema.ts';
import type { CommandContext } from './context.ts';
import { storageKey } from './memory.ts';

/**
 * Notes single-use values that the server accepted: a provider's response, the token of a link. The notes are shared by all tabs, so that
 * a second load of the same address neither sends the value again nor replaces the interaction of the first.
 */
type Memories = Pick<CommandContext, 'storages' | 'clock'>;

const prefix = storageKey('taken:');
const life = 10 * 60 * 1000;

/** `expiresAt`: milliseconds since the epoch. */
const storedTaken = object({ verificationId: text, expiresAt: number });

/** FNV-1a hash (http://www.isthe.com/chongo/tech/comp/fnv/), because tokens must not be stored. */
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
 * The verification record of a value that was accepted before. `isHere`: by this tab, which continues with it after a reload.
 */
export function findTaken({ storages, clock }: Memories, what: string): { verificationId: string; isHere: boolean } | undefined {
  const key = prefix + digest(what);
  const verificationId = verificationOf(storages.local.get(key), clock.now());
  return verificationId ? { verificationId, isHere: storages.session.get(key) === verificationId } : undefined;
}

/** Removes the note when the interaction of this tab is lost, so that the next load asks the server again. */
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
