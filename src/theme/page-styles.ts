import type { StyleRoot } from './install.ts';

// In the same chunk: a hosted page without customCss in a current browser needs none of them.
export { legacyBrowsers } from './legacy-browsers.ts';
export { applyLogtoVariables, logtoVariables } from './logto-variables.ts';

/**
 * Reverts, inside our root, what style sheets of an embedding page do to bare elements: `* { … }`, `input { … }`, resets.
 *
 * Our own rules are in layers, so any unlayered rule overrides them: intended for customCss, not for the page around.
 * `revert-layer` acts as if those rules did not exist, so no value has to be repeated here. The selectors have the specificity of a
 * single element: rules with a class, an attribute or our tag still win, and so does customCss, whose `<style>` comes after this
 * one. Only the background of buttons is also protected from attribute selectors, because several popular resets make
 * `[type=submit]` transparent.
 *
 * Not for the hosted page, where every unlayered rule is the tenant's own.
 */
export const hostGuard = `
:where(sign-in-experience){all:revert-layer}
:where(sign-in-experience :not(svg *)):not(_){all:revert-layer}
:where(sign-in-experience button)[type]{background-color:revert-layer;background-image:revert-layer}
`;

/** Options of `applyPageStyles`. */
export interface PageStyles {
  /** The server's customCss; empty or absent removes it. */
  customCss?: string | null | undefined;
  /** `hostGuard`, for pages other than the hosted one. */
  guard?: string | undefined;
  /** Nonce for pages whose Content-Security-Policy asks for one. */
  nonce?: string | undefined;
}

/**
 * Puts the unlayered styles last in the head, or in the shadow root of the element: the guard, then the server's customCss, which
 * therefore overrides our styles and, by order, rules of the page with equal specificity. Reuses the `<style data-custom-css>` that the
 * server wrote into the page. Calling it again replaces the text and moves both after styles added since.
 *
 * They are `<style>` elements because adopted style sheets would come after every `<style>`, and cannot `@import` fonts.
 */
export function applyPageStyles({ customCss, guard, nonce }: PageStyles, root: StyleRoot = document): void {
  const parent = root instanceof Document ? root.head : root;
  const styles = [place('data-sie-guard', guard), place('data-custom-css', customCss)].filter((style) => style !== undefined);
  // Only when needed: the browser parses a moved style and fetches its imports again.
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
    // In one step: a Content-Security-Policy that allows styles by hash blocks an element that is empty in between.
    if (style.textContent !== text) {
      if (node instanceof Text && node === lastChild) node.data = text;
      else style.textContent = text;
    }
    return style;
  }
}
