/**
 * Undoes, inside our root, what the style sheets of an embedding page do to bare elements: `* { … }`, `input { … }`, resets.
 *
 * Our own rules are layered, so any unlayered rule beats them: right for customCss, wrong for a page that never thought of us.
 * `revert-layer` says "as if you had said nothing", so no value is repeated here and our layers stay the one source. It has the
 * specificity of a single element: rules that name a class, an attribute or our tag still win, and so does customCss, whose
 * `<style>` stands after this one (see page-styles.ts). Only the face of buttons is held against attribute selectors,
 * because several popular resets make `[type=submit]` transparent.
 *
 * Not for the hosted page, where every unlayered rule is the tenant's own.
 */
export const hostGuard = `
:where(sign-in-experience){all:revert-layer}
:where(sign-in-experience :not(svg *)):not(_){all:revert-layer}
:where(sign-in-experience button)[type]{background-color:revert-layer;background-image:revert-layer}
`;
