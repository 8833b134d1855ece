import { css } from 'lit';

/** Look of `identity`; screens that show it list it among their sheets. */
export const identityStyles = css`
  @layer sie.elements {
    .sie-identity {
      display: flex;
      align-items: center;
      gap: var(--_sie-space-2);
      min-block-size: var(--_sie-control-height);
      margin-block-end: var(--_sie-space-4);
      padding-inline: 14px;
      border: 1px solid var(--_sie-border);
      border-radius: var(--_sie-control-radius);
      background: var(--_sie-raised);
    }
    .sie-identity-value {
      flex: 1;
      inline-size: 100%;
      min-inline-size: 0;
      padding: 0;
      border: 0;
      background: none;
      text-overflow: ellipsis;
    }
    .sie-identity:where(:dir(rtl)) > .sie-identity-value {
      text-align: end;
    }
    .sie-identity > .sie-link {
      flex: none;
      font-size: var(--_sie-size-small);
    }
  }
`;
