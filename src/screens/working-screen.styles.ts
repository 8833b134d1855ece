import { css } from 'lit';

export const workingScreenStyles = css`
  @layer sie.screens {
    .sie-working {
      display: grid;
      justify-items: center;
      gap: var(--_sie-space-5);
      padding-block: var(--_sie-space-8);
      text-align: center;
    }
    .sie-working > .sie-spinner {
      inline-size: 32px;
      block-size: 32px;
      color: var(--_sie-link);
    }
    .sie-working[data-state='idle'] > .sie-spinner {
      visibility: hidden;
    }
  }
`;
