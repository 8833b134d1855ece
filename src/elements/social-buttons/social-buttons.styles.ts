import { css } from 'lit';

/** Rows, or two columns of shorter tiles. */
export const socialButtonsStyles = css`
  @layer sie.elements {
    sie-social-buttons {
      display: block;
    }
    .sie-social {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_sie-space-3);
    }
    .sie-social[data-layout='grid'] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--_sie-space-2);
    }
    .sie-social[data-layout='grid'] .sie-button {
      justify-content: start;
      padding-inline-end: var(--_sie-space-2);
    }
    .sie-social[data-layout='grid'] .sie-button-label {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .sie-social-logo {
      inline-size: 20px;
      block-size: 20px;
      object-fit: contain;
    }
    .sie-social-initial {
      display: grid;
      place-items: center;
      inline-size: 20px;
      block-size: 20px;
      border-radius: 5px;
      background: var(--_sie-raised);
      font-size: 12px;
      line-height: 1;
      font-weight: 600;
      text-transform: uppercase;
    }
    sie-social-buttons > .sie-button {
      margin-block-start: var(--_sie-space-2);
    }
  }
`;
