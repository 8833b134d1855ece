import { html, type TemplateResult } from 'lit';
import { icon } from './icon.ts';

/** What a notice is about; each has its own icon, so colour is never the only sign. */
export const noticeTones = ['danger', 'success', 'info'] as const;

/** Options of `notice`. */
export interface NoticeOptions {
  /** Words, or words with links. */
  text: unknown;
  tone: (typeof noticeTones)[number];
}

/**
 * A message about the whole screen. `danger` is read out at once (`role="alert"`), the others when the person pauses
 * (`role="status"`).
 *
 * CSS: `.sie-notice` with `[data-tone]`; inside `.sie-icon` and `.sie-notice-text`.
 */
export function notice({ text, tone }: NoticeOptions): TemplateResult {
  return html`<div class="sie-notice" data-tone=${tone} role=${tone === 'danger' ? 'alert' : 'status'}>
    ${icon(tone)}
    <div class="sie-notice-text">${text}</div>
  </div>`;
}
