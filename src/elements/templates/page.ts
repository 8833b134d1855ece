/** Pieces of the page around and between the forms. */
import { html, nothing, type TemplateResult } from 'lit';
import { interpolateTags, msg } from '../../localization/messages.ts';
import { icon } from './icon.ts';

/** Options of `pageHeader`. */
export interface PageHeaderOptions {
  title: string;
  /** Id of the heading. */
  id: string;
  /** @default 1 */
  level?: HeadingLevel | undefined;
  /** Text or template. */
  description?: unknown;
  /** Address of the logo for the theme shown. */
  logo?: string | undefined;
  /** What the back button does; without it there is none. */
  back?: (() => void) | undefined;
}

/**
 * Header of a screen. The title is its heading and is focused by script (`tabindex="-1"`) when the step changes.
 *
 * CSS: `.sie-header` (also `.logto_branding-header` with a logo), `.sie-back`, `.sie-logo`, `.sie-title`, `.sie-description`.
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

/** Level of a heading in the outline of the document. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * Heading of a screen, focusable by script. An `<h1>` without a level, as on the hosted page; otherwise an `<h2>` with `aria-level`, so
 * that the embedding page keeps its only `<h1>`.
 *
 * CSS: `.sie-title`.
 * @param id unique in the document
 */
export function heading(text: string, id: string, level: HeadingLevel | undefined): TemplateResult {
  return level
    ? html`<h2 class="sie-title" id=${id} tabindex="-1" aria-level=${level}>${text}</h2>`
    : html`<h1 class="sie-title" id=${id} tabindex="-1">${text}</h1>`;
}

/** Parses a heading level as HTML parses numbers in attributes, with white space around. @returns 2 for an invalid one */
export function headingLevel(stated: unknown): HeadingLevel {
  return /^\s*[1-6]\s*$/.test(String(stated)) ? (Number(stated) as HeadingLevel) : 2;
}

/** A line with a text in its middle, such as "or". CSS: `.sie-divider`. */
export function divider(text: string): TemplateResult {
  return html`<div class="sie-divider"><span>${text}</span></div>`;
}

/**
 * "Powered by Logto", with the position and attributes of Logto's own page. The caller omits it for `hideLogtoBranding`. Nothing stops
 * customCss from hiding it: who writes customCss controls the page anyway.
 *
 * CSS: `.logto_signature`, `.sie-brand-mark`.
 */
export function brandMark(): TemplateResult {
  const text = interpolateTags(
    msg('Powered by <name></name>', { id: 'sie.brand_mark.powered_by' }),
    {},
    { name: () => html`<b data-logto-signature-text translate="no">Logto</b>` },
  );
  return html`<footer class="logto_signature" data-logto-signature-container="secured">
    <a class="sie-brand-mark" data-logto-signature="secured" href="https://logto.io" target="_blank" rel="noopener">${text}</a>
  </footer>`;
}

/** Hides a logo that cannot be loaded, instead of a broken image. */
function hide({ target }: Event): void {
  (target as HTMLElement).hidden = true;
}

function show({ target }: Event): void {
  (target as HTMLElement).hidden = false;
}

/** Tones; each has its own icon, so that colour is not the only difference (WCAG 1.4.1). */
export const noticeTones = ['danger', 'success', 'info'] as const;

/** Options of `notice`. */
export interface NoticeOptions {
  /** Text or template. */
  text: unknown;
  tone: (typeof noticeTones)[number];
}

/**
 * A message about the whole screen. `danger` is announced at once (`role="alert"`), the others politely (`role="status"`).
 *
 * CSS: `.sie-notice` with `[data-tone]`; inside `.sie-icon` and `.sie-notice-text`.
 */
export function notice({ text, tone }: NoticeOptions): TemplateResult {
  return html`<div class="sie-notice" data-tone=${tone} role=${tone === 'danger' ? 'alert' : 'status'}>
    ${icon(tone)}
    <div class="sie-notice-text">${text}</div>
  </div>`;
}
