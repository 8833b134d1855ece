import { css } from 'lit';

/**
 * Plain colours for browsers without `light-dark()` or relative colours (Chromium before 123, Firefox before 128, Safari before 18;
 * many in-app web views): the light theme in the tenant's brand colour, without its shades. Install it after the other sheets.
 */
export const legacyBrowsers = css`
  @layer sie.base {
    @supports not (color: light-dark(oklch(from red l c h), red)) {
      :where(sign-in-experience, .sie-root) {
        color-scheme: light;
        --_sie-brand: var(--sie-brand, var(--_sie-plain-brand, #5d34f2));
        --_sie-on-brand: var(--sie-on-brand, #fff);
        --_sie-fill: var(--_sie-brand);
        --_sie-brand-shade: var(--_sie-brand);
        --_sie-brand-hover: var(--_sie-brand);
        --_sie-brand-pressed: var(--_sie-brand);
        --_sie-page: #fff;
        --_sie-surface: #fff;
        --_sie-raised: #f4f4f5;
        --_sie-text: #17171a;
        --_sie-text-muted: #5b5b62;
        --_sie-link: var(--_sie-brand);
        --_sie-border: #e4e4e7;
        --_sie-border-strong: #8f8f97;
        --_sie-danger: #c4233a;
        --_sie-danger-surface: #fef2f2;
        --_sie-success: #137a46;
        --_sie-success-surface: #effaf3;
        --_sie-overlay: #0006;
        --_sie-shadow: none;
      }
    }
  }
`;
