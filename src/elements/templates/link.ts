import { html, nothing, type TemplateResult } from 'lit';

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

/** Schemes that a link from settings may have. */
const safeScheme = /^(https?|mailto|tel):$/;

/** The address, or undefined when it is none or could run script. Settings are untrusted. */
export function safeUrl(url: string): string | undefined {
  try {
    // Not URL.canParse, which is younger than the browsers we support.
    return url && safeScheme.test(new URL(url, document.baseURI).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
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
  const url = safeUrl(href);
  if (!url) return html`${label}`;
  return html`<a
    class="sie-link"
    href=${url}
    target=${external ? '_blank' : nothing}
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
