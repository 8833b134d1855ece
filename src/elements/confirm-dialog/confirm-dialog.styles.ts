import { css } from 'lit';

/** Text above the buttons. The buttons are side by side if there is room, with the confirm button last, or stacked, with it on top. */
export const confirmDialogStyles = css`
  @layer sie.elements {
    .sie-dialog {
      inline-size: min(400px, 100% - 32px);
      max-block-size: calc(100dvb - 32px);
      margin: auto;
      padding: 0;
      border: 1px solid var(--_sie-border);
      border-radius: var(--_sie-radius);
      background: var(--_sie-surface);
      color: var(--_sie-text);
      box-shadow: var(--_sie-shadow);
    }
    .sie-dialog::backdrop {
      background: var(--_sie-overlay);
    }
    .sie-dialog-body {
      padding: var(--_sie-space-6);
    }
    .sie-dialog[open] {
      animation: sie-fade-in 150ms;
    }
    .sie-dialog-title {
      margin-block-end: var(--_sie-space-2);
      font-size: max(1.0625rem, 17px);
      line-height: 1.412;
      font-weight: 600;
    }
    .sie-dialog-text {
      overflow-wrap: anywhere;
    }
    .sie-dialog-actions {
      display: flex;
      flex-wrap: wrap-reverse;
      gap: var(--_sie-space-3);
      margin-block-start: var(--_sie-space-6);
    }
    .sie-dialog-actions > .sie-button {
      flex: 1 1 120px;
      inline-size: auto;
      padding-inline: var(--_sie-space-4);
    }
  }
`;
