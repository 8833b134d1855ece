import type { ReactiveControllerHost } from 'lit';

type Texts = Readonly<Record<string, string>>;

let texts: Texts = {};
let ownTexts: Texts = {};
/** Our own text for each text that was given out. */
const own = new Map<string, string>();
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
export const msg = ((text: string, { id }: { readonly id: string }): string => {
  const phrase = (Object.hasOwn(texts, id) && texts[id]) || text;
  own.set(phrase, (Object.hasOwn(ownTexts, id) && ownTexts[id]) || text);
  return phrase;
}) as ((text: string, options: { readonly id: string }) => string) & Extracted;

/** Our own text in the place of a phrase that `msg` gave out last, for phrases of which nothing is left once they are filled in. */
export const ownText = (phrase: string): string => own.get(phrase) ?? phrase;

/** Renders an element again when the words change. */
export function updateWhenLanguageChanges(host: ReactiveControllerHost): void {
  host.addController({
    hostConnected: () => void hosts.add(host),
    hostDisconnected: () => void hosts.delete(host),
  });
}

/** Puts other words, by id, in the place of those before; `ours` are those of them that we have ourselves. */
export function putWords(words: Texts, ours: Texts = {}): void {
  texts = words;
  ownTexts = ours;
  own.clear();
  for (const host of hosts) host.requestUpdate();
}
