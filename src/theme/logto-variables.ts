import { css } from 'lit';
import { applyTokens, type BrandColor, brandColor, brandTokens, lightness, type Theme, type Tokens } from './branding.ts';

/**
 * The custom properties of Logto's own page that existing customCss reads, with our colours. Installed only for tenants with customCss.
 * Those of the brand are not here, but set inline: `logtoBrandVariables`.
 */
export const logtoVariables = css`
  @layer sie.base {
    :where(sign-in-experience, .sie-root) {
      --color-type-primary: var(--_sie-text);
      --color-type-secondary: var(--_sie-text-muted);
      --color-type-link: var(--_sie-link);
      --color-type-disable: var(--_sie-text-muted);
      --color-bg-body: var(--_sie-surface);
      --color-bg-body-base: var(--_sie-page);
      --color-bg-body-overlay: var(--_sie-surface);
      --color-bg-float: var(--_sie-surface);
      --color-bg-float-base: var(--_sie-page);
      --color-bg-float-overlay: var(--_sie-raised);
      --color-bg-layer-1: var(--_sie-raised);
      --color-bg-layer-2: var(--_sie-raised);
      --color-bg-light: var(--_sie-surface);
      --color-bg-mask: var(--_sie-overlay);
      --color-bg-state-disabled: var(--_sie-raised);
      --color-bg-state-unselected: var(--_sie-border-strong);
      --color-bg-toast: var(--_sie-raised);
      --color-line-border: var(--_sie-border-strong);
      --color-line-divider: var(--_sie-border);
      --color-danger-default: var(--_sie-danger);
      --color-danger-hover: var(--_sie-danger);
      --color-danger-pressed: var(--_sie-danger);
      --color-success-default: var(--_sie-success);
      --color-container-alert: light-dark(#fff8eb, #2f2411);
      --color-container-on-alert: light-dark(#935a00, #f2ba5c);
      --color-overlay-neutral-hover: color-mix(in oklch, var(--_sie-text) 8%, transparent);
      --color-overlay-neutral-pressed: color-mix(in oklch, var(--_sie-text) 12%, transparent);
      --color-overlay-neutral-focused: color-mix(in oklch, var(--_sie-text) 16%, transparent);
      --color-overlay-danger-hover: color-mix(in oklch, var(--_sie-danger) 8%, transparent);
      --color-overlay-danger-pressed: color-mix(in oklch, var(--_sie-danger) 12%, transparent);
      --color-overlay-danger-focused: color-mix(in oklch, var(--_sie-danger) 16%, transparent);
      --color-static-white: #fff;
      --color-static-black: #000;
      --font-title-1: 600 28px/36px var(--_sie-font);
      --font-title-2: 600 24px/32px var(--_sie-font);
      --font-title-3: 600 22px/28px var(--_sie-font);
      --font-headline-1: 600 18px/26px var(--_sie-font);
      --font-headline-2: 600 16px/24px var(--_sie-font);
      --font-label-1: 500 16px/24px var(--_sie-font);
      --font-label-2: 500 14px/20px var(--_sie-font);
      --font-label-3: 500 12px/16px var(--_sie-font);
      --font-body-1: 400 16px/24px var(--_sie-font);
      --font-body-2: 400 14px/20px var(--_sie-font);
      --font-body-3: 400 12px/16px var(--_sie-font);
      --radius: var(--_sie-control-radius);
      --max-width: 400px;
    }
  }
`;

/**
 * The brand variables that Logto's own page sets on `<body>`, for customCss that reads them: shades by the same steps of HSL lightness
 * (hover +10, pressed -10, loading +15, or -10 in the dark theme), overlays with an alpha of 16 %, 8 % and 12 %.
 */
export function logtoBrandVariables(color: BrandColor, theme: Theme): Tokens {
  const brand = brandColor(color, theme);
  if (!brand) return {};
  const overlay = theme === 'dark' ? 30 : 0;
  return {
    '--color-brand-default': brand,
    '--color-brand-hover': lightness(brand, 10),
    '--color-brand-pressed': lightness(brand, -10),
    '--color-brand-loading': lightness(brand, theme === 'dark' ? -10 : 15),
    '--color-overlay-brand-focused': lightness(brand, overlay, 0.16),
    '--color-overlay-brand-hover': lightness(brand, overlay, 0.08),
    '--color-overlay-brand-pressed': lightness(brand, overlay, 0.12),
  };
}

/** Sets the variables on `<body>`, where customCss reads them, with our aliases, brand colour and theme, on which they depend. */
export function applyLogtoVariables(color: BrandColor, theme: Theme): void {
  const { body } = document;
  body.classList.add('sie-root');
  body.dataset['theme'] = theme;
  applyTokens(body, { ...brandTokens(color), ...logtoBrandVariables(color, theme) });
}
