import type { Storages } from '../platform/storage.ts';
import { isRecord, parseJson } from './guards.ts';

/** Goes with the rest of the interaction, see `memory.ts`. */
const key = 'sie:1:interaction:draft';

/** What was entered on the profile screen and is not stored anywhere else yet, by name of the input. */
export function draftOf({ session }: Pick<Storages, 'session'>): Readonly<Record<string, string>> {
  const stored = parseJson(session.get(key));
  const entries = Object.entries(isRecord(stored) ? stored : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

export function keepDraft({ session }: Pick<Storages, 'session'>, values: Readonly<Record<string, string>>): void {
  session.set(key, JSON.stringify(values));
}
