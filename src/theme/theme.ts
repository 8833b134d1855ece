import { buttons } from './buttons.ts';
import { content } from './content.ts';
import { controls } from './controls.ts';
import { page } from './page.ts';
import { tokens } from './tokens.ts';
import { css } from 'lit';

/** Reset and typography inside our root element only; focus ring, reduced motion, forced colours. */
const base = css`
  @layer sie.reset {
    :where(sign-in-experience, .sie-root),
    :where(sign-in-experience, .sie-root) *,
    :where(sign-in-experience, .sie-root) ::before,
    :where(sign-in-experience, .sie-root) ::after {
      box-sizing: border-box;
    }
    :where(sign-in-experience, .sie-root) :where(h1, h2, p, ul, fieldset, dialog) {
      margin: 0;
    }
    :where(sign-in-experience, .sie-root) :where(ul, fieldset) {
      padding: 0;
      border: 0;
      list-style: none;
    }
    :where(sign-in-experience, .sie-root) :where(button, input, select) {
      margin: 0;
      font: inherit;
      letter-spacing: inherit;
      color: inherit;
    }
    :where(sign-in-experience, .sie-root) :where(img, svg) {
      display: block;
      max-inline-size: 100%;
    }
    :where(sign-in-experience, .sie-root) :where([hidden]) {
      display: none;
    }
  }

  @layer sie.base {
    :where(sign-in-experience, .sie-root) {
      display: block;
      color: var(--_sie-text);
      color-scheme: light;
      font: 400 var(--_sie-size-body) / 1.467 var(--_sie-font);
      text-align: start;
      overflow-wrap: break-word;
      -webkit-font-smoothing: antialiased;
      -webkit-text-size-adjust: 100%;
      text-size-adjust: 100%;
      -webkit-tap-highlight-color: transparent;
    }
    :where(sign-in-experience, .sie-root):where([data-theme='dark']) {
      color-scheme: dark;
    }
    :where(sign-in-experience, .sie-root) :where(:focus-visible) {
      outline: 2px solid var(--_sie-focus);
      outline-offset: 2px;
    }
    /* A heading is focused by script, for screen readers; it is not interactive. */
    :where(sign-in-experience, .sie-root) :where([tabindex='-1']:focus) {
      outline: none;
    }
    .sie-visually-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .sie-icon {
      flex: none;
      inline-size: 20px;
      block-size: 20px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .sie-icon:where([data-flip]:dir(rtl)) {
      scale: -1 1;
    }
    @media (prefers-reduced-motion: reduce) {
      :where(sign-in-experience, .sie-root) * {
        transition-duration: 0s;
      }
    }
  }
`;

/** Style sheets that the root element installs, before those of the elements. */
export const theme = [tokens, base, controls, buttons, content, page];
