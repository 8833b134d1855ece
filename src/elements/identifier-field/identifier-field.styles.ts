import { css } from 'lit';

/** Calling code before the text, button to clear it after. */
export const identifierFieldStyles = css`
  @layer sie.elements {
    /* Names, addresses and numbers run from left to right in every script; they begin where the page's lines begin. */
    .sie-identifier > .sie-input {
      text-align: match-parent;
    }
    .sie-identifier > .sie-input:placeholder-shown + .sie-identifier-clear {
      display: none;
    }
    .sie-identifier > .sie-input:not(:placeholder-shown):has(+ .sie-identifier-clear) {
      padding-inline: 14px;
    }
    /* A number follows its calling code, from left to right. */
    .sie-identifier:has(> .sie-identifier-country) {
      direction: ltr;
    }
    .sie-identifier-country {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 2px;
      /* Room for most codes, so that the text stays where it is when another is chosen. */
      min-inline-size: 5.25em;
      padding-inline: var(--_sie-space-3) var(--_sie-space-1);
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
      padding-inline-start: var(--_sie-space-2);
    }
    .sie-identifier-country:where(button)::after {
      content: '';
      margin-inline-start: var(--_sie-space-1);
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
