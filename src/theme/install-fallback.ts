import type { CSSResult } from 'lit';

const installed = new WeakMap<Document | ShadowRoot, Map<string, HTMLStyleElement>>();

/**
 * `install` for browsers without cascade layers or constructable style sheets (decision 9): one `<style>` for each layer, in their order
 * and before the styles of the page, which therefore win with equal specificity. A Content-Security-Policy without `'unsafe-inline'` for
 * styles blocks them.
 * @param layers names, lowest precedence first
 */
export function installFallback(root: Document | ShadowRoot, sheets: readonly CSSResult[], layers: readonly string[]): void {
  let styles = installed.get(root);
  if (!styles) {
    styles = new Map(layers.map((layer) => [layer, document.createElement('style')]));
    (root instanceof Document ? root.head : root).prepend(...styles.values());
    installed.set(root, styles);
  }
  for (const { cssText } of sheets) {
    const layer = /@layer ([\w.]+) *\{/.exec(cssText)?.[1] ?? '';
    styles.get(layer)?.append(cssText.replace(/@layer [\w.]+ *\{/g, '@media all {'));
  }
}
