import type { CSSResult } from 'lit';

/** A document or shadow root that styles are installed into. */
export type StyleRoot = Document | ShadowRoot;

/** Cascade order of everything we ship, weakest first. A page's own unlayered CSS always wins. */
const layerOrder = '@layer sie.reset, sie.base, sie.elements, sie.screens, sie.page;';

const installed = new WeakMap<StyleRoot, Set<CSSStyleSheet>>();
let orderSheet: CSSStyleSheet | undefined;

/**
 * Adopts the sheets into a root, each at most once, after the declaration of the layer order.
 * Light DOM has no style scope of its own, so an element calls this with its root node when it connects.
 */
export function install(root: StyleRoot, sheets: readonly CSSResult[]): void {
  let known = installed.get(root);
  if (!known) {
    orderSheet ??= new CSSStyleSheet();
    if (orderSheet.cssRules.length === 0) orderSheet.replaceSync(layerOrder);
    known = new Set([orderSheet]);
    installed.set(root, known);
    root.adoptedStyleSheets = [orderSheet, ...root.adoptedStyleSheets];
  }
  for (const { styleSheet } of sheets) {
    if (!styleSheet || known.has(styleSheet)) continue;
    known.add(styleSheet);
    // A new array: before Chromium 99 the old one is frozen.
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }
}
