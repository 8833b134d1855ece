import { css } from 'lit';

/** Native controls inside `.sie-control`. */
export const profileFieldStyles = css`
  @layer sie.elements {
    sie-profile-field {
      display: block;
    }
    /* More space between the error of a field and the next field. */
    .sie-form > :is(sie-profile-field, sie-profile-group, sie-avatar-field) {
      margin-block-end: var(--_sie-space-1);
    }
    /* The select covers the whole box, with its arrow on top. */
    .sie-select {
      flex: 1;
      min-inline-size: 0;
      block-size: calc(var(--_sie-control-height) - 2px);
      padding: 0 42px 0 14px;
      border: 0;
      border-radius: calc(var(--_sie-control-radius) - 1px);
      background: none;
      outline: none;
      appearance: none;
      text-overflow: ellipsis;
      cursor: pointer;
    }
    .sie-select:where(:dir(rtl)) {
      padding: 0 14px 0 42px;
    }
    .sie-select ~ .sie-icon {
      margin-inline: -32px 12px;
      color: var(--_sie-text-muted);
      pointer-events: none;
    }
    .sie-select:where(:has([value='']:checked)) {
      color: var(--_sie-text-muted);
    }
    .sie-select:where(:disabled) {
      cursor: default;
      opacity: 1;
    }
    /* The options have the colours of the page, not of the muted text. */
    .sie-select > option {
      background: var(--_sie-surface);
      color: var(--_sie-text);
    }
    .sie-control:where(:has(.sie-select:focus-visible)) {
      border-color: var(--_sie-focus);
      outline: 2px solid var(--_sie-focus);
      outline-offset: 2px;
    }
    .sie-control:where(:has(.sie-select:disabled)) {
      border-color: var(--_sie-border);
      background: var(--_sie-raised);
      transition-delay: 300ms;
    }
    @media (pointer: coarse) {
      .sie-select {
        font-size: max(1rem, 16px);
      }
    }

    /* Safari centres the date, and an empty one has no height. */
    .sie-input::-webkit-date-and-time-value {
      min-block-size: 1.467em;
      text-align: start;
    }
    .sie-input:where([type='date'][data-empty]:not(:focus)) {
      color: var(--_sie-text-muted);
    }
    .sie-input::-webkit-calendar-picker-indicator {
      cursor: pointer;
    }

    .sie-tick {
      display: flex;
      align-items: center;
      gap: var(--_sie-space-2);
      min-block-size: 24px;
    }
    .sie-tick > label {
      cursor: pointer;
    }
    .sie-check {
      flex: none;
      inline-size: 18px;
      block-size: 18px;
      accent-color: var(--_sie-fill);
      cursor: pointer;
    }
  }
`;
