import { html, nothing, type TemplateResult } from 'lit';

/** Options of `accountCard`. */
export interface AccountCardOptions {
  /** Of the person or the provider; '' when it is not known. */
  name: string;
  /** Words below the name. */
  detail: unknown;
  /** Address of a picture; without one, or while it cannot be loaded, a letter stands there. */
  picture?: string | undefined;
  /** What the letter is taken from where there is no name. */
  fallback?: string | undefined;
  /** Photographs fill a circle, logos stand whole in a square. @default 'person' */
  kind?: 'person' | 'provider';
}

/**
 * Somebody's account at a glance. The host of the picture does not learn which page shows it. Screens that use this install
 * `accountCardStyles`.
 *
 * CSS: `.sie-account`; inside `.sie-account-picture` with `[data-kind]`, `.sie-account-name`, `.sie-account-detail`.
 */
export function accountCard({ name, detail, picture, fallback = '', kind = 'person' }: AccountCardOptions): TemplateResult {
  const [letter = '?'] = name || fallback;
  return html`<div class="sie-account">
    <span class="sie-account-picture" data-kind=${kind} aria-hidden="true">
      <span>${letter}</span>
      ${picture ? html`<img src=${picture} alt="" referrerpolicy="no-referrer" @error=${hide} @load=${show} />` : nothing}
    </span>
    <div class="sie-account-text">
      ${name ? html`<p class="sie-account-name" translate="no"><bdi>${name}</bdi></p>` : nothing}
      <p class="sie-account-detail">${detail}</p>
    </div>
  </div>`;
}

function hide({ target }: Event): void {
  (target as HTMLElement).hidden = true;
}

function show({ target }: Event): void {
  (target as HTMLElement).hidden = false;
}
