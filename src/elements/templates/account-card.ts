import { css, html, nothing, type TemplateResult } from 'lit';

/** Options of `accountCard`. */
export interface AccountCardOptions {
  /** Name of the person or the provider; '' when it is not known. */
  name: string;
  /** Text below the name. */
  detail: unknown;
  /** Address of a picture; a letter is shown when there is none or it fails to load. */
  picture?: string | undefined;
  /** Text to take the letter from when there is no name. */
  fallback?: string | undefined;
  /** A photograph fills a circle, a logo fits into a square. @default 'person' */
  kind?: 'person' | 'provider';
}

/**
 * Summary of an account. The picture is requested without referrer, so its host does not learn which page shows it. A screen that
 * uses this has `accountCardStyles` in its `globalStyles`.
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

/** Styles of `accountCard`. */
export const accountCardStyles = css`
  @layer sie.elements {
    .sie-account {
      display: flex;
      align-items: center;
      gap: var(--_sie-space-3);
      margin-block-end: var(--_sie-space-3);
      padding: var(--_sie-space-3) 14px;
      border: 1px solid var(--_sie-border);
      border-radius: var(--_sie-control-radius);
      background: var(--_sie-raised);
    }
    /* The picture covers the letter once it is there. */
    .sie-account-picture {
      display: grid;
      flex: none;
      place-items: center;
      overflow: hidden;
      inline-size: 40px;
      block-size: 40px;
      border-radius: 50%;
      background: color-mix(in oklch, var(--_sie-brand) 24%, var(--_sie-surface));
      font-weight: 600;
      text-transform: uppercase;
    }
    .sie-account-picture > * {
      grid-area: 1 / 1;
    }
    .sie-account-picture > img {
      inline-size: 100%;
      block-size: 100%;
      background: var(--_sie-surface);
      object-fit: cover;
    }
    .sie-account-picture:where([data-kind='provider']) {
      border: 1px solid var(--_sie-border);
      border-radius: var(--_sie-control-radius);
      background: var(--_sie-surface);
    }
    .sie-account-picture:where([data-kind='provider']) > img {
      inline-size: 24px;
      block-size: 24px;
      object-fit: contain;
    }
    .sie-account-text {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .sie-account-name {
      font-weight: 500;
    }
    .sie-account-detail {
      color: var(--_sie-text-muted);
      font-size: var(--_sie-size-small);
      line-height: 1.385;
    }
  }
`;
