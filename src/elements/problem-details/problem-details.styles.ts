import { css } from 'lit';

export const problemDetailsStyles = css`
  @layer sie.elements {
    sie-problem-details {
      display: block;
    }
    .sie-wait,
    .sie-reference {
      margin-block-start: var(--_sie-space-1);
      font-size: var(--_sie-size-small);
      line-height: 1.385;
    }
    .sie-wait {
      font-weight: 500;
      font-variant-numeric: tabular-nums;
    }
    .sie-reference {
      color: var(--_sie-text-muted);
    }
    .sie-reference > code {
      overflow-wrap: anywhere;
      /* Safari supports only the prefixed property (2026-11, https://caniuse.com/user-select-none). */
      -webkit-user-select: all;
      user-select: all;
    }
  }
`;
