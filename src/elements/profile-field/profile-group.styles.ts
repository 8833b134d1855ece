import { css } from 'lit';

/** Parts that belong together are in two columns. */
export const profileGroupStyles = css`
  @layer sie.elements {
    sie-profile-group {
      display: block;
    }
    .sie-profile-group {
      min-inline-size: 0;
    }
    .sie-profile-legend {
      margin-block-end: var(--_sie-space-3);
      padding: 0;
      font-weight: 600;
    }
    .sie-profile-parts {
      display: grid;
      grid-template-columns: 1fr 1fr;
      align-items: end;
      gap: var(--_sie-space-4) var(--_sie-space-3);
    }
    .sie-profile-part {
      grid-column: span 2;
      min-inline-size: 0;
    }
    .sie-profile-part:where([data-half]) {
      grid-column: span 1;
    }
    .sie-profile-part > .sie-label {
      display: block;
    }
    .sie-profile-group > .sie-foot > .sie-error {
      white-space: pre-line;
    }
  }
`;
