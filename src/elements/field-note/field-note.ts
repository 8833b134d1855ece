import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { define, SieElement } from '../element.ts';
import { fieldNoteStyles } from './field-note.styles.ts';

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
