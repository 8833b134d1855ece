import { css } from 'lit';

/** Overlaps the line that the field before it reserves for an error, so it causes no layout shift. */
export const fieldNoteStyles = css`
  @layer sie.elements {
    sie-field-note {
      display: block;
      min-block-size: 1.385em;
      /* The height of the line, and the gap between two children of a form. */
      margin-block-start: calc(-1.385em - 6px);
      color: var(--_sie-text-muted);
      font-size: var(--_sie-size-small);
      line-height: 1.385;
    }
  }
`;
