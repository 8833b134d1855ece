import { css } from 'lit';

/**
 * One line of text over a row of boxes. The pitch of the digits is constant (`letter-spacing`), but the boxes are in two halves: the gap
 * in the middle is 14 px, the others are 8 px, and boxes are 10 px narrower than the pitch, which keeps every digit within 2 px
 * of the centre of its box. The width of n boxes is n pitches less 2n + 2 px. The pitch is 54 px (boxes of 44 px), grows with the font
 * size, and shrinks with the container.
 */
export const codeFieldStyles = css`
  @layer sie.elements {
    sie-code-field {
      --_sie-code-length: 6;
      display: block;
      container-type: inline-size;
      text-align: center;
    }
    .sie-code {
      /* Without container units: the width of the card on a small screen. */
      --_sie-code-pitch: min(54px, (100vw - 38px) / var(--_sie-code-length) + 2px);
      position: relative;
      inline-size: calc((var(--_sie-code-pitch) - 2px) * var(--_sie-code-length) - 2px);
      block-size: max(3.25rem, 52px);
      margin-inline: auto;
    }
    @supports (inline-size: 1cqi) {
      .sie-code {
        --_sie-code-pitch: min(max(3.375rem, 54px), (100cqi + 2px) / var(--_sie-code-length) + 2px);
      }
    }
    .sie-code-boxes {
      display: flex;
      gap: 8px;
      block-size: 100%;
    }
    .sie-code-box {
      flex: 1;
      /* As high as the row, not as other controls. */
      min-block-size: 0;
    }
    .sie-code-box[data-middle] {
      margin-inline-start: 6px;
    }
    .sie-code:hover .sie-code-box {
      border-color: var(--_sie-text-muted);
    }
    .sie-code:has([aria-invalid='true']) .sie-code-box {
      border-color: var(--_sie-danger);
    }
    .sie-code:has(.sie-code-input:is(:read-only, :disabled)) .sie-code-box {
      border-color: var(--_sie-border);
      background: var(--_sie-raised);
      transition-delay: 300ms;
    }
    .sie-code .sie-code-box[data-state='active'] {
      border-color: var(--_sie-focus);
      outline: 2px solid var(--_sie-focus);
      outline-offset: 1px;
    }
    .sie-code-input {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      padding: 0;
      padding-inline-start: calc(var(--_sie-code-pitch) / 2 - 1px - 1px * var(--_sie-code-length) - 0.5ch);
      border: 0;
      background: none;
      outline: none;
      appearance: none;
      font: 500 var(--_sie-size-title) / 1 var(--_sie-font-mono);
      letter-spacing: calc(var(--_sie-code-pitch) - 1ch);
      text-align: left;
      caret-color: var(--_sie-focus);
      /* Otherwise the backplate of forced colours hides the boxes. */
      forced-color-adjust: none;
    }
    /* A wrong code is selected, so that typing replaces it; the highlight across the gaps would look broken. */
    .sie-code-input::selection {
      background: none;
      color: var(--_sie-text-muted);
    }
    @media (forced-colors: active) {
      .sie-code-input,
      .sie-code-input::selection {
        color: CanvasText;
      }
    }
    /* Safari's buttons would cover the last box. It offers the code above the keyboard, and there are no accounts to choose from. */
    .sie-code-input::-webkit-contacts-auto-fill-button,
    .sie-code-input::-webkit-credentials-auto-fill-button,
    .sie-code-input::-webkit-strong-password-auto-fill-button {
      display: none;
      visibility: hidden;
    }
    .sie-code-input:autofill {
      -webkit-text-fill-color: var(--_sie-text);
      transition: background-color 1e6s;
    }
  }
`;
