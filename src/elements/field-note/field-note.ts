import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { SieElement } from '../element.ts';
import { fieldNoteStyles } from './field-note.styles.ts';

/**
 * Something to know about what was typed into the field before it in a `.sie-form`, while nothing is wrong with that: it stands
 * where the error would. Read out when the person pauses; so the element must be there before its text is.
 *
 * CSS: `sie-field-note`.
 */
export class SieFieldNote extends SieElement {
  static override readonly globalStyles = [fieldNoteStyles];

  static override properties = { text: {} };

  /** Words; empty for nothing. */
  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  protected override render(): TemplateResult {
    return html`<p role="status">${this.text}</p>`;
  }
}
