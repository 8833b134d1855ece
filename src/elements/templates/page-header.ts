import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/words.ts';
import { heading, type HeadingLevel } from './heading.ts';
import { icon } from './icon.ts';

/** Options of `pageHeader`. */
export interface PageHeaderOptions {
  title: string;
  /** Id of the heading. */
  id: string;
  /** @default 1 */
  level?: HeadingLevel | undefined;
  /** Words, or words with links. */
  description?: unknown;
  /** Address of the logo for the theme shown. */
  logo?: string | undefined;
  /** What the back button does; without it there is none. */
  back?: (() => void) | undefined;
}

/**
 * Head of a screen. The title is its heading and takes focus from code (`tabindex="-1"`) when a step changes.
 *
 * CSS: `.sie-header` (also `.logto_branding-header` where a logo is), `.sie-back`, `.sie-logo`, `.sie-title`, `.sie-description`.
 */
export function pageHeader({ title, id, level, description, logo, back }: PageHeaderOptions): TemplateResult {
  return html`<header class=${logo ? 'sie-header logto_branding-header' : 'sie-header'}>
    ${back
      ? html`<button class="sie-back" type="button" aria-label=${msg('Back', { id: 'action.nav_back' })} @click=${back}>
          ${icon('back')}
        </button>`
      : nothing}
    ${logo ? html`<img class="sie-logo" src=${logo} alt="" @error=${hide} @load=${show} />` : nothing}
    ${heading(title, id, level)} ${description ? html`<p class="sie-description">${description}</p>` : nothing}
  </header>`;
}

/** A logo that cannot be loaded leaves no broken picture. */
function hide({ target }: Event): void {
  (target as HTMLElement).hidden = true;
}

function show({ target }: Event): void {
  (target as HTMLElement).hidden = false;
}
