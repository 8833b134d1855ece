import { css } from 'lit';

/** Look of `accountCard`. */
export const accountCardStyles = css`
  @layer sie.elements {
    .sie-account {
      display: flex;
      align-items: center;
      gap: var(--_sie-space-3);
      margin-block-end: var(--_sie-space-3);
      padding: var(--_sie-space-3) 14px;
      border: 1px solid var(--_sie-border);
      border-radius: var(--_sie-control-radius);
      background: var(--_sie-raised);
    }
    /* The picture covers the letter once it is there. */
    .sie-account-picture {
      display: grid;
      flex: none;
      place-items: center;
      overflow: hidden;
      inline-size: 40px;
      block-size: 40px;
      border-radius: 50%;
      background: color-mix(in oklch, var(--_sie-brand) 24%, var(--_sie-surface));
      font-weight: 600;
      text-transform: uppercase;
    }
    .sie-account-picture > * {
      grid-area: 1 / 1;
    }
    .sie-account-picture > img {
      inline-size: 100%;
      block-size: 100%;
      background: var(--_sie-surface);
      object-fit: cover;
    }
    .sie-account-picture:where([data-kind='provider']) {
      border: 1px solid var(--_sie-border);
      border-radius: var(--_sie-control-radius);
      background: var(--_sie-surface);
    }
    .sie-account-picture:where([data-kind='provider']) > img {
      inline-size: 24px;
      block-size: 24px;
      object-fit: contain;
    }
    .sie-account-text {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .sie-account-name {
      font-weight: 500;
    }
    .sie-account-detail {
      color: var(--_sie-text-muted);
      font-size: var(--_sie-size-small);
      line-height: 1.385;
    }
  }
`;
