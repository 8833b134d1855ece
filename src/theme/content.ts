import { css } from 'lit';

/** Styles of content: header, title, description, notice, divider, small print, brand mark. */
export const content = css`
  @layer sie.base {
    .sie-header {
      margin-block-end: var(--_sie-space-6);
      text-align: center;
    }
    .sie-logo {
      block-size: 40px;
      max-inline-size: 70%;
      margin: 0 auto var(--_sie-space-5);
      object-fit: contain;
    }
    /* In the corner, so that the title has the same position with and without it. */
    .sie-back {
      position: absolute;
      inset-block-start: var(--_sie-space-3);
      inset-inline-start: var(--_sie-space-3);
      display: grid;
      place-items: center;
      inline-size: 44px;
      block-size: 44px;
      padding: 0;
      border: 0;
      border-radius: var(--_sie-control-radius);
      background: none;
      color: var(--_sie-text-muted);
      cursor: pointer;
    }
    .sie-back:where(:hover) {
      background: var(--_sie-raised);
      color: var(--_sie-text);
    }
    .sie-back ~ .sie-title {
      padding-inline: var(--_sie-space-5);
    }
    .sie-notice {
      display: flex;
      gap: var(--_sie-space-2);
      padding: 10px var(--_sie-space-3);
      border: 1px solid transparent;
      border-radius: var(--_sie-control-radius);
      background: var(--_sie-raised);
      font-size: var(--_sie-size-small);
      line-height: 1.385;
    }
    .sie-notice:where(:not(:first-child)) {
      margin-block-start: var(--_sie-space-3);
    }
    .sie-notice > .sie-icon {
      flex: none;
      inline-size: 18px;
      block-size: 18px;
      color: var(--_sie-text-muted);
    }
    .sie-notice:where([data-tone='danger']) {
      background: var(--_sie-danger-surface);
    }
    .sie-notice:where([data-tone='danger']) > .sie-icon {
      color: var(--_sie-danger);
    }
    .sie-notice:where([data-tone='success']) {
      background: var(--_sie-success-surface);
    }
    .sie-notice:where([data-tone='success']) > .sie-icon {
      color: var(--_sie-success);
    }

    .sie-divider {
      display: flex;
      align-items: center;
      gap: var(--_sie-space-3);
      margin-block: var(--_sie-space-6);
      color: var(--_sie-text-muted);
      font-size: var(--_sie-size-small);
    }
    .sie-divider::before,
    .sie-divider::after {
      content: '';
      flex: 1;
      border-block-start: 1px solid var(--_sie-border);
    }

    .sie-title {
      font-size: var(--_sie-size-title);
      line-height: 1.273;
      font-weight: 600;
      text-wrap: balance;
    }
    .sie-description {
      margin-block-start: var(--_sie-space-2);
      color: var(--_sie-text-muted);
      text-wrap: balance;
    }
    .sie-small {
      margin-block-start: var(--_sie-space-4);
      color: var(--_sie-text-muted);
      font-size: var(--_sie-size-small);
      line-height: 1.385;
      text-align: center;
      text-wrap: balance;
    }
    /* Chromium does not balance text with a button in it well. */
    .sie-small:where(:has(button)) {
      text-wrap: pretty;
    }
    .sie-strong {
      color: var(--_sie-text);
      font-weight: 500;
    }
    .sie-number {
      font-variant-numeric: tabular-nums;
    }
    .sie-brand-mark {
      color: var(--_sie-text-muted);
      font-size: var(--_sie-size-small);
      text-decoration: none;
    }
    .sie-brand-mark > b {
      font-weight: 600;
    }
    .sie-brand-mark:where(:hover) {
      color: var(--_sie-text);
    }
  }
`;
