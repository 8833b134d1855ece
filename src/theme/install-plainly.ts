import type { CSSResult } from 'lit';
import type { StyleRoot } from './install.ts';

const places = new WeakMap<StyleRoot, Map<string, HTMLStyleElement>>();

/**
 * For engines without cascade layers or constructable sheets (decision 9): one `<style>` for each layer, in their order and before
 * the styles of the page, which therefore win where they are as specific. A policy without `'unsafe-inline'` for styles forbids them.
 * @param layers names, weakest first
 */
export function installPlainly(root: StyleRoot, sheets: readonly CSSResult[], layers: readonly string[]): void {
  let styles = places.get(root);
  if (!styles) {
    styles = new Map(layers.map((layer) => [layer, document.createElement('style')]));
    (root instanceof Document ? root.head : root).prepend(...styles.values());
    places.set(root, styles);
  }
  for (const { cssText } of sheets) {
    const layer = /@layer ([\w.]+) *\{/.exec(cssText)?.[1] ?? '';
    styles.get(layer)?.append(cssText.replace(/@layer [\w.]+ *\{/g, '@media all {'));
  }
}
