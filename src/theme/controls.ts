import { css } from 'lit';

/** Styles of forms: form, field, label, control, input, adornment, hint, error. */
export const controls = css`
  @layer sie.base {
    .sie-form {
      display: flex;
      flex-direction: column;
      gap: 6px;
    }
    .sie-form > .sie-button {
      margin-block-start: 6px;
    }

    /* The error line is most of the gap to the next field, so an error of one line causes no layout shift. */
    .sie-field {
      display: flex;
      flex-direction: column;
      min-inline-size: 0;
    }
    .sie-label {
      margin-block-end: 6px;
      font-size: var(--_sie-size-small);
      line-height: 1.385;
      font-weight: 500;
    }
    .sie-control {
      display: flex;
      align-items: center;
      min-block-size: var(--_sie-control-height);
      border: 1px solid var(--_sie-border-strong);
      border-radius: var(--_sie-control-radius);
      background: var(--_sie-surface);
      transition:
        border-color 120ms,
        background-color 120ms;
    }
    .sie-control:where(:hover) {
      border-color: var(--_sie-text-muted);
    }
    .sie-control:where(:has(.sie-input:focus)) {
      border-color: var(--_sie-focus);
      outline: 2px solid var(--_sie-focus);
      outline-offset: 2px;
    }
    /* Browsers without :has() show the focus ring of the box for any focus inside. */
    @supports not selector(:has(*)) {
      .sie-control:where(:focus-within) {
        outline: 2px solid var(--_sie-focus);
        outline-offset: 2px;
      }
    }
    .sie-control:where(:has([aria-invalid='true'])) {
      border-color: var(--_sie-danger);
    }
    /* During a request inputs are read-only and buttons disabled; the delay avoids flicker for a quick response. */
    .sie-control:where(:has(.sie-input:read-only, .sie-input:disabled)) {
      border-color: var(--_sie-border);
      background: var(--_sie-raised);
      transition-delay: 300ms;
    }
    .sie-input {
      flex: 1;
      inline-size: 100%;
      min-inline-size: 0;
      block-size: calc(var(--_sie-control-height) - 2px);
      padding: 0 14px;
      border: 0;
      border-radius: calc(var(--_sie-control-radius) - 1px);
      background: none;
      outline: none;
      appearance: none;
      text-align: start;
    }
    /* A left-to-right value is aligned with the start of a right-to-left page, unless something precedes it. */
    .sie-control:where(:dir(rtl)) > .sie-input:where([dir='ltr']:first-child) {
      text-align: end;
    }
    /* Edge shows its own reveal button. One rule for each, because other browsers drop a selector list with an unknown pseudo-element. */
    .sie-input::-ms-reveal {
      display: none;
    }
    .sie-input::-ms-clear {
      display: none;
    }
    .sie-input::placeholder {
      color: var(--_sie-text-muted);
      opacity: 1;
    }
    .sie-input:autofill {
      box-shadow: inset 0 0 0 100px color-mix(in oklch, var(--_sie-brand) 8%, var(--_sie-surface));
      -webkit-text-fill-color: var(--_sie-text);
    }
    /* iOS zooms into inputs with a smaller font size. */
    @media (pointer: coarse) {
      .sie-input {
        font-size: max(1rem, 16px);
      }
    }
    .sie-adornment {
      display: grid;
      place-items: center;
      flex: none;
      min-inline-size: calc(var(--_sie-control-height) - 2px);
      block-size: calc(var(--_sie-control-height) - 2px);
      padding: 0;
      border: 0;
      border-radius: calc(var(--_sie-control-radius) - 1px);
      background: none;
      color: var(--_sie-text-muted);
      cursor: pointer;
    }
    .sie-adornment:where(:hover) {
      color: var(--_sie-text);
    }
    .sie-adornment:where(:focus-visible) {
      outline-offset: -4px;
    }
    .sie-hint,
    .sie-foot {
      margin-block-start: var(--_sie-space-1);
      font-size: var(--_sie-size-small);
      line-height: 1.385;
    }
    .sie-hint {
      color: var(--_sie-text-muted);
    }
    /* Texts of the tenant or the server may be in a language with the other direction. */
    .sie-hint,
    .sie-error,
    .sie-notice-text {
      unicode-bidi: plaintext;
      text-align: match-parent;
    }
    .sie-foot {
      display: flex;
      justify-content: space-between;
      gap: var(--_sie-space-4);
      min-block-size: 1.385em;
    }
    .sie-error {
      flex: 1;
      color: var(--_sie-danger);
    }
    .sie-foot > .sie-link {
      max-inline-size: 60%;
      text-align: end;
    }
  }
`;
