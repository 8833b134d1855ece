import { type CSSResult, supportsAdoptingStyleSheets, unsafeCSS } from 'lit';

/** A document or shadow root that styles are installed into. */
export type StyleRoot = Document | ShadowRoot;

/** Cascade order of everything we ship, weakest first. A page's own unlayered CSS always wins. */
const layers = ['sie.reset', 'sie.base', 'sie.elements', 'sie.screens', 'sie.page'];
const layerOrder = unsafeCSS(`@layer ${layers.join()};`);

const installed = new WeakMap<StyleRoot, Set<CSSResult>>();

/** Cascade layers: Chromium 99, Firefox 97, Safari 15.4. Sheets made by scripts: Chromium 73, Firefox 101, Safari 16.4. */
const isAble = () => 'CSSLayerBlockRule' in window && supportsAdoptingStyleSheets;

/**
 * Adopts the sheets into a root, each at most once, after the declaration of the layer order.
 * Light DOM has no style scope of its own, so an element calls this with its root node when it connects.
 */
export function install(root: StyleRoot, sheets: readonly CSSResult[]): void {
  const known = installed.get(root) ?? new Set();
  const added = sheets.filter((sheet) => !known.has(sheet));
  for (const sheet of added) known.add(sheet);
  if (!isAble()) {
    void import('./install-plainly.ts').then(({ installPlainly }) => installPlainly(root, added, layers), ignore);
  } else {
    const before = installed.has(root) ? [] : [layerOrder];
    root.adoptedStyleSheets = [...sheetsOf(before), ...root.adoptedStyleSheets, ...sheetsOf(added)];
  }
  installed.set(root, known);
}

const sheetsOf = (results: readonly CSSResult[]) => results.flatMap(({ styleSheet }) => styleSheet ?? []);
const ignore = (): void => undefined;
