import { css } from 'lit';

export const newPasswordScreenStyles = css`
  @layer sie.screens {
    .sie-rules {
      display: grid;
      gap: var(--_sie-space-1);
    }
    .sie-rule {
      display: flex;
      gap: var(--_sie-space-2);
    }
    .sie-rule:where([data-met]) {
      color: var(--_sie-text);
    }
    .sie-rule > .sie-icon,
    .sie-rule-open {
      flex: none;
      inline-size: 16px;
      block-size: 16px;
      margin-block-start: 1px;
    }
    .sie-rule > .sie-icon {
      color: var(--_sie-success);
    }
    .sie-rule-open {
      border: 1.5px solid var(--_sie-border-strong);
      border-radius: 50%;
      scale: 0.75;
    }
  }
`;
