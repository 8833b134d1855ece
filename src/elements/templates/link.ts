import { html, nothing, type TemplateResult } from 'lit';
import { parseLinkUrl } from '../../shared/web-address.ts';

/** Options of `link`. */
export interface LinkOptions {
  label: string;
  /** Where it leads. Without it the link is drawn by a `<button>`. */
  href?: string | undefined;
  /** Opens beside this page, so that a half-filled form stays. */
  external?: boolean;
  /** What it does. Beside an `href`, clicks that ask for a new tab or window are left to the browser. */
  press?: (event: MouseEvent) => void;
  disabled?: boolean;
}

/**
 * A text link: `<a>` where there is an address, `<button type="button">` where there is only a deed. An unsafe address leaves
 * plain words.
 *
 * CSS: `.sie-link`.
 */
export function link({ label, href, external = false, press, disabled = false }: LinkOptions): TemplateResult {
  if (href === undefined) {
    return html`<button class="sie-link" type="button" ?disabled=${disabled} @click=${press ?? nothing}>${label}</button>`;
  }
  // A path is one of this origin, whatever `<base>` says.
  const url = parseLinkUrl(href.startsWith('/') ? location.origin + href : href)?.href;
  if (!url) return html`${label}`;
  return html`<a
    class="sie-link"
    href=${url}
    target=${external ? '_blank' : '_self'}
    rel=${external ? 'noopener' : nothing}
    @click=${press ? (event: MouseEvent) => ownClick(event) && press(event) : nothing}
    >${label}</a
  >`;
}

/** Takes a plain click away from the browser; false for one that asks for a new tab, window or download. */
function ownClick(event: MouseEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  event.preventDefault();
  return true;
}
