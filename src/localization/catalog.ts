import type { ReactiveControllerHost } from 'lit';

let texts: Readonly<Record<string, string>> = {};
const hosts = new Set<ReactiveControllerHost>();

/** By this mark the tools of @lit/localize find the texts of the source. */
interface Extracted {
  readonly _LIT_LOCALIZE_MSG_: never;
}

/**
 * A text in the language of the page; both arguments are literals. The run time of @lit/localize is not used: it takes a fixed
 * list of locales and never loads its source locale, but the languages of a tenant are known only at run time and the server's
 * phrases must win in English too.
 */
export const msg = ((text: string, { id }: { readonly id: string }): string =>
  Object.hasOwn(texts, id) ? (texts[id] ?? text) : text) as ((text: string, options: { readonly id: string }) => string) &
  Extracted;

/** Renders an element again when the words change. */
export function updateWhenLanguageChanges(host: ReactiveControllerHost): void {
  host.addController({
    hostConnected: () => void hosts.add(host),
    hostDisconnected: () => void hosts.delete(host),
  });
}

/** Puts other words, by id, in the place of those before. */
export function putWords(words: Readonly<Record<string, string>>): void {
  texts = words;
  for (const host of hosts) host.requestUpdate();
}
