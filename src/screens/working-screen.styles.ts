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
    /* Where there is no card it stands in the middle of the window. */
    @media (max-width: 520px) {
      .sie-working {
        align-content: center;
        min-block-size: 70vb;
      }
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
