import type { renderOverForeignChanges } from './foreign-changes.ts';

/** What others did to the content of our elements and has not been undone. */
const changes: MutationRecord[] = [];
let render: typeof renderOverForeignChanges | undefined;
let loading: Promise<unknown> | undefined;

let observer: MutationObserver | undefined;

function note(records: readonly MutationRecord[]): void {
  changes.push(...records);
  if (changes.length > 0) loading ??= Promise.race([load(), new Promise((resolve) => setTimeout(resolve, 1_000))]);
}

/** Without it (offline) updates are rendered as usual; some may then go to nodes that were replaced. */
async function load(): Promise<void> {
  render = (await import('./foreign-changes.ts').catch(() => undefined))?.renderOverForeignChanges;
}

/** Notices what others do to what an element renders: translators, dictionaries, password managers. */
export function watchContent(element: Element): void {
  // Not when the module is evaluated: servers import the package, too.
  observer ??= new MutationObserver(note);
  observer.observe(element, { childList: true, characterData: true, characterDataOldValue: true, subtree: true });
}

/** What has to be waited for before rendering, because others changed what was rendered; undefined in most cases. */
export function contentChanged(): Promise<unknown> | undefined {
  note(observer?.takeRecords() ?? []);
  return render ? undefined : loading;
}

/** Renders, whatever others did to what was rendered before. */
export function renderContent(update: () => void): void {
  note(observer?.takeRecords() ?? []);
  if (render) render(changes, update);
  else update();
  // Drops the records of our own rendering.
  observer?.takeRecords();
}
