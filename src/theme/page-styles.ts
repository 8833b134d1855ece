import { css } from 'lit';
import type { StyleRoot } from './install.ts';

// One chunk: a hosted page without customCss in a current browser needs nothing of it.
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

/**
 * Plain colours for browsers without `light-dark()` or relative colours (Chromium before 123, Firefox before 128, Safari before 18;
 * many in-app web views): the light theme in the tenant's brand colour, without its shades. Install it after the other sheets.
 */
export const legacyBrowsers = css`
  @layer sie.base {
    @supports not (color: light-dark(oklch(from red l c h), red)) {
      :where(sign-in-experience, .sie-root) {
        color-scheme: light;
        --_sie-brand: var(--sie-brand, var(--_sie-plain-brand, #5d34f2));
        --_sie-on-brand: var(--sie-on-brand, #fff);
        --_sie-fill: var(--_sie-brand);
        --_sie-brand-shade: var(--_sie-brand);
        --_sie-brand-hover: var(--_sie-brand);
        --_sie-brand-pressed: var(--_sie-brand);
        --_sie-page: #fff;
        --_sie-surface: #fff;
        --_sie-raised: #f4f4f5;
        --_sie-text: #17171a;
        --_sie-text-muted: #5b5b62;
        --_sie-link: var(--_sie-brand);
        --_sie-border: #e4e4e7;
        --_sie-border-strong: #8f8f97;
        --_sie-danger: #c4233a;
        --_sie-danger-surface: #fef2f2;
        --_sie-success: #137a46;
        --_sie-success-surface: #effaf3;
        --_sie-overlay: #0006;
        --_sie-shadow: none;
      }
    }
  }
`;
