import { html, nothing, type TemplateResult } from 'lit';

/**
 * The picture at an address, or the outline of a person where there is none.
 *
 * CSS: `.sie-avatar-picture` (`[data-busy]` while it is on its way) with `.sie-avatar-image`, `.sie-spinner`.
 */
export function avatarPicture(source: string, busy: boolean): TemplateResult {
  const image = source
    ? html`<img class="sie-avatar-image" src=${source} alt="" referrerpolicy="no-referrer" />`
    : html`<svg class="sie-avatar-image" viewBox="0 0 72 72" aria-hidden="true">
        <path d="M36 39a12 12 0 1 0 0-24 12 12 0 0 0 0 24Zm0 5c-13 0-22 7-24 18v10h48V62c-2-11-11-18-24-18Z"></path>
      </svg>`;
  return html`<span class="sie-avatar-picture" ?data-busy=${busy}>
    ${image}${busy ? html`<span class="sie-spinner"></span>` : nothing}
  </span>`;
}
