import { css, html, type TemplateResult } from 'lit';
import { define, SieElement } from '../element.ts';

/** Overlaps the line that the field before it reserves for an error, so it causes no layout shift. */
const fieldNoteStyles = css`
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

/**
 * A note about the text of the field before it in a `.sie-form`, shown in the place of the error while there is none. It is a live
 * region (`role="status"`), so the element must exist before its text does.
 *
 * CSS: `sie-field-note`.
 */
export class SieFieldNote extends SieElement {
  static override readonly globalStyles = [fieldNoteStyles];

  static override properties = { text: {} };

  /** Empty for none. */
  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  protected override render(): TemplateResult {
    return html`<p role="status">${this.text}</p>`;
  }
}

define('sie-field-note', SieFieldNote);

declare global {
  interface HTMLElementTagNameMap {
    'sie-field-note': SieFieldNote;
  }
}
