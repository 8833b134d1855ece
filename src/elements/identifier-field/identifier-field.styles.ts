import { css } from 'lit';

/** Calling code before the text, clear button after it. */
export const identifierFieldStyles = css`
  @layer sie.elements {
    /* Identifiers are written from left to right in every script, but aligned with the start of the page's lines. */
    .sie-identifier > .sie-input {
      text-align: match-parent;
    }
    .sie-identifier > .sie-input:placeholder-shown + .sie-identifier-clear {
      display: none;
    }
    /* The number is right of its calling code in right-to-left text, too. */
    .sie-identifier:has(> .sie-identifier-country) {
      direction: ltr;
    }
    .sie-identifier-country {
      display: flex;
      align-items: center;
      gap: 2px;
      /* Wide enough for most codes, so that the text does not move when another one is chosen. */
      min-inline-size: 5.5em;
      padding-inline-start: 14px;
      color: var(--_sie-text);
      font-variant-numeric: tabular-nums;
      transition: opacity 120ms;
      @starting-style {
        opacity: 0;
      }
    }
    .sie-identifier-country > .sie-icon {
      inline-size: 16px;
      block-size: 16px;
      color: var(--_sie-text-muted);
    }
    .sie-identifier-country:where(:disabled) {
      color: var(--_sie-text-muted);
      cursor: default;
    }
    .sie-identifier-country + .sie-input {
      padding-inline-start: var(--_sie-space-3);
    }
    .sie-identifier-country:where(button)::after {
      content: '';
      margin-inline-start: auto;
      border-inline-end: 1px solid var(--_sie-border);
      block-size: 20px;
    }
    @media (prefers-reduced-motion: reduce) {
      .sie-identifier-country {
        transition: none;
      }
    }
  }
`;
