import type { StyleRoot } from './install.ts';

/** What goes with them, in the same file: a page of ours without customCss, in an engine of today, needs nothing of it. */
export { hostGuard } from './host-guard.ts';
export { olderEngines } from './older-engines.ts';
export { dressBody, logtoVariables } from './logto-variables.ts';

/** Options of `applyPageStyles`. */
export interface PageStyles {
  /** The server's customCss; empty or absent removes it. */
  customCss?: string | null | undefined;
  /** CSS that guards against an embedding page (`hostGuard`), for pages that are not ours alone. */
  guard?: string | undefined;
  /** Nonce for pages whose Content-Security-Policy asks for one. */
  nonce?: string | undefined;
}

/**
 * Puts the unlayered styles last in the head, or in the shadow root that the element stands in: the guard, then the server's
 * customCss, which therefore wins over everything of ours and, by order, over rules of the page with equal specificity. Takes the
 * place of the `<style data-custom-css>` that the server wrote into the page; calling it again replaces the text and moves both
 * behind styles added since.
 *
 * They are `<style>` elements because adopted sheets come after every `<style>` and cannot `@import` fonts.
 */
export function applyPageStyles({ customCss, guard, nonce }: PageStyles, root: StyleRoot = document): void {
  const parent = root instanceof Document ? root.head : root;
  const styles = [place('data-sie-guard', guard), place('data-custom-css', customCss)].filter((style) => style !== undefined);
  // Moving a style makes the browser parse it and fetch its imports anew.
  const last = [...parent.children].slice(-styles.length || parent.children.length);
  if (styles.some((style, index) => style !== last[index])) parent.append(...styles);

  function place(attribute: string, text: string | null | undefined): HTMLStyleElement | undefined {
    const [first, ...others] = parent.querySelectorAll<HTMLStyleElement>(`style[${attribute}]`);
    for (const other of others) other.remove();
    if (!text) {
      first?.remove();
      return undefined;
    }
    const style = first ?? parent.ownerDocument.createElement('style');
    style.setAttribute(attribute, '');
    if (nonce) style.nonce = nonce;
    const { firstChild: node, lastChild } = style;
    // In one step: an element that is empty in between is refused by a policy that allows styles by their hashes.
    if (style.textContent !== text) {
      if (node instanceof Text && node === lastChild) node.data = text;
      else style.textContent = text;
    }
    return style;
  }
}
