import { html, type TemplateResult } from 'lit';

/** Level of a heading among those of the document. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * Heading of a screen; focus can be moved to it by code. An `<h1>` where no level is stated, which is right for a page that is ours
 * alone; else an `<h2>` whose `aria-level` says the level, so that a page that counts its `<h1>` finds its own.
 *
 * CSS: `.sie-title`.
 * @param id unique in the document
 */
export function heading(text: string, id: string, level: HeadingLevel | undefined): TemplateResult {
  return level
    ? html`<h2 class="sie-title" id=${id} tabindex="-1" aria-level=${level}>${text}</h2>`
    : html`<h1 class="sie-title" id=${id} tabindex="-1">${text}</h1>`;
}

/** The level that somebody states, as HTML reads numbers in attributes: with spaces around. @returns 2 for what is none */
export function headingLevel(stated: unknown): HeadingLevel {
  return /^\s*[1-6]\s*$/.test(String(stated)) ? (Number(stated) as HeadingLevel) : 2;
}
