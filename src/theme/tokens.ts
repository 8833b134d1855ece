import { css } from 'lit';

/**
 * All lengths and colours, as private aliases (`--_sie-…`) of public tokens (`--sie-…`).
 *
 * The public ones are only read, never declared, so that a value set on any ancestor is inherited. The other colours are derived from
 * one brand colour: hover and pressed shades, the text colour on it (black or white, whichever has at least 4.5:1), link and focus
 * colour (dark or light enough to be read on the surface), neutrals with a slight tint of it.
 *
 * `--_sie-tenant-brand` is set from the settings (see branding.ts); a `--sie-brand` of the page or of customCss overrides it.
 */
export const tokens = css`
  @layer sie.base {
    :where(sign-in-experience, .sie-root) {
      --_sie-brand: var(--sie-brand, var(--_sie-tenant-brand, light-dark(#5d34f2, #8768f8)));
      /* A filled area has a contrast of 3:1 with the card: lightness at most 0.62, or at least 0.573 in the dark theme. Greys become
         dark or light instead, since a medium grey looks disabled. */
      --_sie-fill: light-dark(
        oklch(from var(--_sie-brand) min(l, max((0.62 - l) * 1e6, min(0.62, 1 - l + 4 * c))) c h),
        oklch(from var(--_sie-brand) max(l, min((0.573 - l) * 1e6, max(0.573, 1 - l - 4 * c))) c h)
      );
      /* y of xyz is the luminance; at 0.179 black and white have the same contrast, 4.58:1. */
      --_sie-on-brand: var(
        --sie-on-brand,
        color(
          from var(--_sie-fill) xyz-d65 clamp(0, (0.179 - y) * 1e6, 0.9505) clamp(0, (0.179 - y) * 1e6, 1)
            clamp(0, (0.179 - y) * 1e6, 1.089)
        )
      );
      /* Shades differ more from the text colour, so its contrast only increases, within the limits of --_sie-fill. */
      --_sie-brand-shade: color(
        from var(--_sie-fill) xyz-d65 clamp(0, (y - 0.179) * 1e6, 0.9505) clamp(0, (y - 0.179) * 1e6, 1)
          clamp(0, (y - 0.179) * 1e6, 1.089)
      );
      --_sie-brand-hover: var(
        --sie-brand-hover,
        light-dark(
          oklch(from color-mix(in oklch, var(--_sie-fill), var(--_sie-brand-shade) 10%) min(l, 0.62) c h),
          oklch(from color-mix(in oklch, var(--_sie-fill), var(--_sie-brand-shade) 10%) max(l, 0.573) c h)
        )
      );
      --_sie-brand-pressed: var(
        --sie-brand-pressed,
        light-dark(
          oklch(from color-mix(in oklch, var(--_sie-fill), var(--_sie-brand-shade) 20%) min(l, 0.62) c h),
          oklch(from color-mix(in oklch, var(--_sie-fill), var(--_sie-brand-shade) 20%) max(l, 0.573) c h)
        )
      );

      --_sie-page: var(
        --sie-page,
        light-dark(color-mix(in oklch, var(--_sie-brand) 1%, #f7f7f8), color-mix(in oklch, var(--_sie-brand) 3%, #0d0d0f))
      );
      --_sie-surface: var(--sie-surface, light-dark(#fff, color-mix(in oklch, var(--_sie-brand) 3%, #18181b)));
      --_sie-raised: var(
        --sie-raised,
        light-dark(color-mix(in oklch, var(--_sie-brand) 2%, #f4f4f5), color-mix(in oklch, var(--_sie-brand) 4%, #242428))
      );
      --_sie-text: var(
        --sie-text,
        light-dark(color-mix(in oklch, var(--_sie-brand) 6%, #17171a), color-mix(in oklch, var(--_sie-brand) 4%, #f4f4f5))
      );
      --_sie-text-muted: var(
        --sie-text-muted,
        light-dark(color-mix(in oklch, var(--_sie-brand) 6%, #5b5b62), color-mix(in oklch, var(--_sie-brand) 6%, #a9a9b2))
      );
      --_sie-link: var(
        --sie-link,
        light-dark(oklch(from var(--_sie-brand) min(l, 0.48) c h), oklch(from var(--_sie-brand) max(l, 0.75) c h))
      );
      --_sie-border: var(
        --sie-border,
        light-dark(color-mix(in oklch, var(--_sie-brand) 4%, #e4e4e7), color-mix(in oklch, var(--_sie-brand) 5%, #323238))
      );
      --_sie-border-strong: var(
        --sie-border-strong,
        light-dark(color-mix(in oklch, var(--_sie-brand) 5%, #8d8d95), color-mix(in oklch, var(--_sie-brand) 5%, #6d6d76))
      );
      --_sie-danger: var(--sie-danger, light-dark(#c4233a, #ff8f92));
      --_sie-danger-surface: var(--sie-danger-surface, light-dark(#fef2f2, #37191d));
      --_sie-success: var(--sie-success, light-dark(#137a46, #5fd394));
      --_sie-success-surface: var(--sie-success-surface, light-dark(#effaf3, #11291c));
      --_sie-focus: var(--sie-focus, var(--_sie-link));
      --_sie-overlay: var(--sie-overlay, light-dark(rgb(15 15 20 / 0.4), rgb(0 0 0 / 0.6)));

      /* max(): html { font-size: 62.5% } must not make the text smaller, but a larger font size of the browser must make it larger. */
      --_sie-size-small: var(--sie-size-small, max(0.8125rem, 13px));
      --_sie-size-body: var(--sie-size-body, max(0.9375rem, 15px));
      --_sie-size-title: var(--sie-size-title, max(1.375rem, 22px));
      /* Not system-ui, which shows Japanese with Chinese glyphs on a Chinese system; sans-serif depends on the lang attribute. */
      --_sie-font: var(
        --sie-font,
        -apple-system,
        BlinkMacSystemFont,
        'Segoe UI',
        Roboto,
        'Noto Sans',
        'Helvetica Neue',
        sans-serif
      );
      --_sie-font-mono: var(--sie-font-mono, ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace);

      --_sie-radius: var(--sie-radius, 16px);
      --_sie-control-radius: var(--sie-control-radius, 10px);
      --_sie-control-height: var(--sie-control-height, max(2.75rem, 44px));
      --_sie-shadow: var(
        --sie-shadow,
        0 1px 2px light-dark(rgb(20 20 30 / 0.05), transparent),
        0 12px 32px -8px light-dark(rgb(20 20 30 / 0.1), transparent)
      );
      --_sie-space-1: 4px;
      --_sie-space-2: 8px;
      --_sie-space-3: 12px;
      --_sie-space-4: 16px;
      --_sie-space-5: 20px;
      --_sie-space-6: 24px;
      --_sie-space-7: 28px;
      --_sie-space-8: 32px;
    }
  }
`;
