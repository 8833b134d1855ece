import { css } from 'lit';

/** A sheet over the whole screen on small screens, otherwise a panel beside its field. */
export const countryListStyles = css`
  @layer sie.elements {
    /* Set by followBox when it opens. */
    sie-country-list {
      --_sie-country-sheet: 100%;
      --_sie-country-size: 360px;
      --_sie-country-room: 100%;
      --_sie-country-inset: 16px;
      --_sie-country-shift: 0px;
    }
    .sie-country-dialog {
      inline-size: 100%;
      block-size: 100%;
      max-inline-size: none;
      max-block-size: none;
      padding: 0;
      border: 0;
      background: var(--_sie-surface);
      color: var(--_sie-text);
      overflow: hidden;
    }
    .sie-country-dialog:where([open]) {
      animation: sie-fade-in 120ms;
    }
    .sie-country-dialog::backdrop {
      background: var(--_sie-overlay);
    }
    .sie-country-panel {
      display: flex;
      flex-direction: column;
      /* Not behind the on-screen keyboard (see followBox). */
      block-size: var(--_sie-country-sheet);
      padding: max(var(--_sie-space-2), env(safe-area-inset-top)) var(--_sie-space-4) 0;
    }
    .sie-country-header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      margin-inline-end: calc(var(--_sie-space-3) * -1);
    }
    .sie-country-title {
      font-size: var(--_sie-size-body);
      font-weight: 600;
    }
    .sie-country-search {
      flex: none;
    }
    .sie-country-search > .sie-icon {
      flex: none;
      inline-size: 18px;
      block-size: 18px;
      margin-inline-start: var(--_sie-space-3);
      color: var(--_sie-text-muted);
    }
    .sie-country-search > .sie-input {
      padding-inline-start: var(--_sie-space-2);
    }
    .sie-country-none {
      padding: var(--_sie-space-6) var(--_sie-space-1) 0;
      color: var(--_sie-text-muted);
      text-align: center;
    }
    .sie-country-options {
      flex: 1;
      min-block-size: 0;
      margin: var(--_sie-space-3) calc(var(--_sie-space-4) * -1) 0;
      border-block-start: 1px solid var(--_sie-border);
      padding: var(--_sie-space-2) var(--_sie-space-2) max(var(--_sie-space-2), env(safe-area-inset-bottom));
      overflow-y: auto;
      overscroll-behavior: contain;
      scroll-padding-block: var(--_sie-space-2);
    }
    .sie-country-option {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--_sie-space-4);
      min-block-size: 44px;
      padding: var(--_sie-space-1) var(--_sie-space-3);
      border-radius: var(--_sie-control-radius);
      cursor: pointer;
      content-visibility: auto;
      contain-intrinsic-block-size: auto 44px;
    }
    .sie-country-option:where(:hover) {
      background: var(--_sie-raised);
    }
    .sie-country-option:where([aria-selected='true']) {
      color: var(--_sie-link);
      font-weight: 500;
    }
    .sie-country-option:where([data-state='active']) {
      background: var(--_sie-raised);
      outline: 2px solid var(--_sie-focus);
      outline-offset: -2px;
    }
    .sie-country-code {
      flex: none;
      color: var(--_sie-text-muted);
      font-variant-numeric: tabular-nums;
    }

    /* Beside its field (see followBox), inside the window. */
    @media (min-width: 521px) {
      .sie-country-dialog {
        inline-size: var(--_sie-country-size);
        block-size: min(480px, var(--_sie-country-room));
        inset-block: var(--_sie-country-inset);
        margin: 0 auto;
        translate: var(--_sie-country-shift) 0;
        border: 1px solid var(--_sie-border);
        border-radius: var(--_sie-radius);
        box-shadow: var(--_sie-shadow);
      }
      .sie-country-dialog::backdrop {
        background: none;
      }
      .sie-country-panel {
        block-size: 100%;
      }
      .sie-country-option {
        min-block-size: 36px;
        contain-intrinsic-block-size: auto 36px;
      }
    }
  }
`;
