import { html, nothing, type TemplateResult } from 'lit';
import { parseLinkUrl } from '../../shared/web-address.ts';

/** Options of `link`. */
export interface LinkOptions {
  label: string;
  /** Address. Without it a `<button>` is rendered. */
  href?: string | undefined;
  /** Opens in a new tab, so that the form keeps what was entered. */
  external?: boolean;
  /** Action. With an `href`, clicks that ask for a new tab, window or download are left to the browser. */
  press?: (event: MouseEvent) => void;
  disabled?: boolean;
}

/**
 * A text link: `<a>` with an address, `<button type="button">` with an action only. With an unsafe address only the label is rendered,
 * as plain text.
 *
 * CSS: `.sie-link`.
 */
export function link({ label, href, external = false, press, disabled = false }: LinkOptions): TemplateResult {
  if (href === undefined) {
    return html`<button class="sie-link" type="button" ?disabled=${disabled} @click=${press ?? nothing}>${label}</button>`;
  }
  // A path is relative to this origin, not to `<base>`.
  const url = parseLinkUrl(href.startsWith('/') ? location.origin + href : href)?.href;
  if (!url) return html`${label}`;
  return html`<a
    class="sie-link"
    href=${url}
    target=${external ? '_blank' : '_self'}
    rel=${external ? 'noopener' : nothing}
    @click=${press ? (event: MouseEvent) => isPlainClick(event) && press(event) : nothing}
    >${label}</a
  >`;
}

/** Prevents the default of a plain click; false for a click that asks for a new tab, window or download. */
function isPlainClick(event: MouseEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  event.preventDefault();
  return true;
}
