import { css } from 'lit';

/** Styles of actions: button, spinner, link. */
export const buttons = css`
  @layer sie.base {
    .sie-button {
      position: relative;
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--_sie-space-2);
      inline-size: 100%;
      min-block-size: var(--_sie-control-height);
      padding: var(--_sie-space-2) 44px;
      border: 1px solid transparent;
      border-radius: var(--_sie-control-radius);
      background: var(--_sie-fill);
      color: var(--_sie-on-brand);
      font-weight: 500;
      text-align: center;
      text-decoration: none;
      overflow-wrap: anywhere;
      cursor: pointer;
      -webkit-user-select: none;
      user-select: none;
      transition:
        background-color 120ms,
        color 120ms;
    }
    .sie-button:where(:hover) {
      background: var(--_sie-brand-hover);
    }
    .sie-button:where(:active) {
      background: var(--_sie-brand-pressed);
    }
    .sie-button:where([data-variant='secondary']) {
      border-color: var(--_sie-border);
      background: var(--_sie-surface);
      color: var(--_sie-text);
    }
    .sie-button:where([data-variant='text']) {
      background: none;
      color: var(--_sie-link);
    }
    .sie-button:where([data-variant='secondary'], [data-variant='text']):where(:hover) {
      background: var(--_sie-raised);
    }
    .sie-button:where([data-variant='secondary'], [data-variant='text']):where(:active) {
      background: color-mix(in oklch, var(--_sie-raised), var(--_sie-text) 6%);
    }
    .sie-button:where(:disabled) {
      pointer-events: none;
    }
    .sie-button:where(:disabled:not([data-state='busy']), [aria-disabled='true']) {
      border-color: var(--_sie-border);
      background: var(--_sie-raised);
      color: var(--_sie-text-muted);
      transition-delay: 300ms;
    }
    .sie-button:where(:disabled:not([data-state='busy'])) > .sie-button-icon {
      opacity: 0.5;
    }
    .sie-button > .sie-button-icon,
    .sie-button[data-state='busy']::before {
      position: absolute;
      inset-inline-start: 14px;
      inset-block-start: calc(50% - 10px);
      inline-size: 20px;
      block-size: 20px;
    }
    /* The spinner appears after 300 ms, so not for a quick response, and the icon disappears at the same time. */
    .sie-spinner,
    .sie-button[data-state='busy']::before {
      content: '';
      border: 2px solid;
      border-inline-end-color: transparent;
      border-radius: 50%;
      forced-color-adjust: none;
      animation:
        sie-fade-in 120ms 300ms both,
        sie-spin 800ms linear infinite;
    }
    @media (prefers-reduced-motion: reduce) {
      .sie-spinner,
      .sie-button[data-state='busy']::before {
        animation:
          sie-fade-in 120ms 300ms both,
          sie-pulse 2s linear infinite;
      }
    }
    .sie-button[data-state='busy'] > .sie-button-icon {
      animation: sie-fade-in 120ms 300ms reverse both;
    }

    .sie-link {
      padding: 0;
      border: 0;
      border-radius: 4px;
      background: none;
      color: var(--_sie-link);
      font-weight: 500;
      text-decoration: none;
      cursor: pointer;
    }
    /* Larger touch target for links outside of text; those inside would cover other lines. */
    @media (pointer: coarse) {
      .sie-link:where(button, .sie-foot > *) {
        margin-block: calc(var(--_sie-space-3) * -1);
        padding-block: var(--_sie-space-3);
      }
    }
    .sie-link:where(:hover) {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }

    @media (forced-colors: active) {
      .sie-link {
        text-decoration: underline;
      }
      .sie-button[data-state='busy']::before {
        color: CanvasText;
      }
    }

    @keyframes sie-spin {
      to {
        rotate: 1turn;
      }
    }
    @keyframes sie-pulse {
      50% {
        filter: opacity(0.3);
      }
    }
    @keyframes sie-fade-in {
      from {
        opacity: 0;
      }
    }
  }
`;
