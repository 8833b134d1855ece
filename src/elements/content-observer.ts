import { lazy } from '../shared/lazy.ts';

/** Changes that other scripts made to the content of our elements and that have not been undone. */
const changes: MutationRecord[] = [];
let loading: Promise<unknown> | undefined;

let observer: MutationObserver | undefined;

function record(records: readonly MutationRecord[]): void {
  changes.push(...records);
  if (changes.length > 0) loading ??= load.optional();
}

/** Without it (offline) updates are rendered as usual, and some may go to nodes that were replaced. */
const load = lazy(() => import('./content-repair.ts'), 1_000);

/** Observes changes that other scripts make to what an element renders: page translators, dictionaries, password managers. */
export function observeContent(element: Element): void {
  // Not at module level: servers import the package, too, and have no MutationObserver.
  observer ??= new MutationObserver(record);
  observer.observe(element, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });
}

/** Returns what must be awaited before rendering, because other scripts changed the content; usually undefined. */
export function pendingRepair(): Promise<unknown> | undefined {
  record(observer?.takeRecords() ?? []);
  return load.loaded ? undefined : loading;
}

/** Renders, after undoing changes of other scripts that would break the update. */
export function renderContent(update: () => void): void {
  record(observer?.takeRecords() ?? []);
  if (load.loaded) load.loaded.renderRepaired(changes, update);
  else update();
  // Drops the records of our own rendering.
  observer?.takeRecords();
}
