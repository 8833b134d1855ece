import { css } from 'lit';

/** Takes the line that the field before it keeps free for an error, so it moves nothing when it comes. */
export const fieldNoteStyles = css`
  @layer sie.elements {
    sie-field-note {
      display: block;
      min-block-size: 1.385em;
      /* The line's height, and the gap between two parts of a form. */
      margin-block-start: calc(-1.385em - 6px);
      color: var(--_sie-text-muted);
      font-size: var(--_sie-size-small);
      line-height: 1.385;
    }
  }
`;
