import { html, type TemplateResult } from 'lit';

/** One stroke path for each icon, in a view box of 20 × 20. */
const paths = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  chevron: 'm6 8 4 4 4-4',
  close: 'm5.5 5.5 9 9m0-9-9 9',
  danger: 'M10 6v4.5m0 3h.01M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  eye: 'M1.8 10S4.8 4.5 10 4.5s8.2 5.5 8.2 5.5-3 5.5-8.2 5.5S1.8 10 1.8 10Zm10.7 0a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  'eye-off':
    'M8.3 4.7A8 8 0 0 1 10 4.5c5.2 0 8.2 5.5 8.2 5.5a14 14 0 0 1-2.1 2.7M12 15.2a8 8 0 0 1-2 .3c-5.2 0-8.2-5.5-8.2-5.5a14 14 0 0 1 3.6-3.9m2.9 2.1a2.5 2.5 0 0 0 3.5 3.5M3 3l14 14',
  info: 'M10 9.5V14m0-8h.01M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  search: 'm16.5 16.5-4-4m1.5-4a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z',
  success: 'm6.8 10.2 2.2 2.2 4.2-4.6m4.3 2.2a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
} as const;

/** Names of icons. */
export type IconName = keyof typeof paths;

/**
 * A decorative icon in the current text colour. It is hidden from assistive technology, so it needs a text beside it.
 *
 * CSS: `.sie-icon` (20 px; `[data-flip]` turns in right-to-left text).
 */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="sie-icon" viewBox="0 0 20 20" aria-hidden="true" ?data-flip=${name === 'back'}>
    <path d=${paths[name]}></path>
  </svg>`;
}
