import { css } from 'lit';

/** The picture at the start, its actions beside it. */
export const avatarFieldStyles = css`
  @layer sie.elements {
    sie-avatar-field {
      display: block;
    }
    .sie-avatar {
      display: flex;
      align-items: center;
      gap: var(--_sie-space-4);
    }
    .sie-avatar-picture {
      display: grid;
      flex: none;
      inline-size: 72px;
      block-size: 72px;
      border-radius: 50%;
      background: var(--_sie-raised);
      box-shadow: inset 0 0 0 1px var(--_sie-border);
      overflow: hidden;
    }
    .sie-avatar-picture > * {
      grid-area: 1 / 1;
    }
    .sie-avatar-image {
      inline-size: 100%;
      block-size: 100%;
      fill: var(--_sie-border-strong);
      object-fit: cover;
      transition: opacity 120ms 300ms;
    }
    .sie-avatar-picture:where([data-busy]) > .sie-avatar-image {
      opacity: 0.4;
    }
    .sie-avatar-picture > .sie-spinner {
      place-self: center;
      inline-size: 28px;
      block-size: 28px;
      border-radius: 50%;
    }
    .sie-avatar-body {
      flex: 1;
      min-inline-size: 0;
    }
    .sie-avatar-body > .sie-label {
      display: block;
    }
    .sie-avatar-actions {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      gap: var(--_sie-space-2);
    }
    .sie-avatar-actions > .sie-button {
      inline-size: auto;
      min-block-size: 36px;
      padding: var(--_sie-space-1) var(--_sie-space-4);
      font-size: var(--_sie-size-small);
    }
    .sie-avatar-actions > .sie-button:where([data-variant='text']) {
      padding-inline: var(--_sie-space-3);
    }
    @media (pointer: coarse) {
      .sie-avatar-actions > .sie-button {
        min-block-size: 44px;
      }
    }
    /* Visually hidden, but focusable; the label beside it is its button. */
    .sie-avatar-input {
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      inline-size: 1px;
      opacity: 0;
    }
    .sie-avatar-input:where(:focus-visible) + .sie-button {
      outline: 2px solid var(--_sie-focus);
      outline-offset: 2px;
    }
    .sie-avatar-input:where([aria-invalid='true']) + .sie-button {
      border-color: var(--_sie-danger);
    }
    .sie-avatar-input:where(:disabled) + .sie-button {
      border-color: var(--_sie-border);
      background: var(--_sie-raised);
      color: var(--_sie-text-muted);
      pointer-events: none;
      transition-delay: 300ms;
    }
  }
`;
