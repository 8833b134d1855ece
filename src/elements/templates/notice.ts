import { html, type TemplateResult } from 'lit';
import { icon } from './icon.ts';

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
