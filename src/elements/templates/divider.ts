import { html, type TemplateResult } from 'lit';

/** A line with words in its middle, such as "or". CSS: `.sie-divider`. */
export function divider(text: string): TemplateResult {
  return html`<div class="sie-divider"><span>${text}</span></div>`;
}
