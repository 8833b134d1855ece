import { css } from 'lit';

/** A native checkbox in the brand colour, aligned with the first line of its sentence. */
export const termsCheckboxStyles = css`
  @layer sie.elements {
    sie-terms-checkbox:not([hidden]) {
      display: block;
    }
    .sie-terms {
      display: flex;
      gap: var(--_sie-space-2);
      margin-block-end: var(--_sie-space-5);
      font-size: var(--_sie-size-small);
      line-height: 20px;
    }
    .sie-checkbox {
      flex: none;
      inline-size: 18px;
      block-size: 18px;
      margin-block-start: 1px;
      accent-color: var(--_sie-fill);
      cursor: pointer;
    }
    .sie-terms-text {
      min-inline-size: 0;
    }
    .sie-terms-text > label {
      cursor: pointer;
    }
  }
`;
