import { type CSSResult, supportsAdoptingStyleSheets, unsafeCSS } from 'lit';
import { lazy } from '../shared/lazy.ts';

/** A document or shadow root into which styles are installed. */
export type StyleRoot = Document | ShadowRoot;

/** Cascade layers of all our styles, lowest precedence first. Unlayered CSS of the page always wins. */
const layers = ['sie.reset', 'sie.base', 'sie.elements', 'sie.screens', 'sie.page'];
const layerOrder = unsafeCSS(`@layer ${layers.join()};`);

const loadFallback = lazy(() => import('./install-fallback.ts'));

const installed = new WeakMap<StyleRoot, Set<CSSResult>>();

/** Cascade layers: Chromium 99, Firefox 97, Safari 15.4. Constructable style sheets: Chromium 73, Firefox 101, Safari 16.4. */
const isSupported = () => 'CSSLayerBlockRule' in window && supportsAdoptingStyleSheets;

/**
 * Adopts the sheets into a root, each at most once, after the declaration of the layer order.
 * Elements in light DOM have no style scope of their own, so each calls this with its root node when it is connected.
 */
export function install(root: StyleRoot, sheets: readonly CSSResult[]): void {
  const known = installed.get(root) ?? new Set();
  const added = sheets.filter((sheet) => !known.has(sheet));
  for (const sheet of added) known.add(sheet);
  if (!isSupported()) {
    void loadFallback.optional().then((fallback) => fallback?.installFallback(root, added, layers));
  } else {
    const before = installed.has(root) ? [] : [layerOrder];
    root.adoptedStyleSheets = [...sheetsOf(before), ...root.adoptedStyleSheets, ...sheetsOf(added)];
  }
  installed.set(root, known);
}

const sheetsOf = (results: readonly CSSResult[]) => results.flatMap(({ styleSheet }) => styleSheet ?? []);
