/** What the page shows: never 'auto'. */
export type Theme = 'light' | 'dark';

/** Colours of the sign-in settings, in the server's own names. `#rgb` or `#rrggbb`. */
export interface BrandColor {
  primaryColor: string;
  isDarkModeEnabled: boolean;
  darkPrimaryColor?: string | undefined;
}

/** Pictures of the sign-in settings, in the server's own names. */
export interface BrandImages {
  logoUrl?: string | undefined;
  darkLogoUrl?: string | undefined;
  favicon?: string | undefined;
  darkFavicon?: string | undefined;
}

/** Custom properties by name, for `style.setProperty`. */
export type Tokens = Readonly<Record<`--${string}`, string>>;

const hex = /^#(?:[\da-f]{3}){1,2}$/i;

/** The brand colour of a theme; undefined where the settings hold something else than a hex colour, so that our default shows. */
function brandColor({ primaryColor, darkPrimaryColor }: BrandColor, theme: Theme): string | undefined {
  const light = hex.test(primaryColor) ? primaryColor : undefined;
  if (theme === 'light') return light;
  if (darkPrimaryColor && hex.test(darkPrimaryColor)) return darkPrimaryColor;
  return light && lightness(light, 10);
}

/** A colour with its HSL lightness moved by so many points. */
function lightness(color: string, points: number, alpha = 1): string {
  return `hsl(from ${color} h s calc(l + ${points}) / ${alpha})`;
}

/** Tokens for our root element. Both themes are in the value, so a change of theme is `data-theme` alone. */
export function brandTokens(color: BrandColor): Tokens {
  const light = brandColor(color, 'light');
  const dark = brandColor(color, 'dark');
  return light && dark ? { '--_sie-tenant-brand': `light-dark(${light}, ${dark})` } : {};
}

/**
 * The brand variables that Logto's own page sets on `<body>`, for customCss that reads them: shades in steps of HSL lightness
 * as there (hover +10, pressed -10, loading +15, in the dark theme -10), overlays as the brand with 16 %, 8 % and 12 %.
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

/** Sets the tokens inline, which a strict Content-Security-Policy allows to script. */
export function applyTokens({ style }: HTMLElement, tokens: Tokens): void {
  for (const [name, value] of Object.entries(tokens)) style.setProperty(name, value);
}

/** The logo of a theme; where only one variant exists it serves both. */
export function chooseLogo({ logoUrl, darkLogoUrl }: BrandImages, theme: Theme): string | undefined {
  const [own, other] = theme === 'dark' ? [darkLogoUrl, logoUrl] : [logoUrl, darkLogoUrl];
  return own ? own : other;
}

/** The favicon (and apple-touch-icon) of a theme, chosen like the logo. */
export function chooseFavicon({ favicon, darkFavicon }: BrandImages, theme: Theme): string | undefined {
  return chooseLogo({ logoUrl: favicon, darkLogoUrl: darkFavicon }, theme);
}

/**
 * Calls `apply` with the theme now and at every change of the person's preference, until the signal aborts.
 *
 * @param mode `light` and `dark` are final; `auto` follows the system, but is dark only where the settings allow it.
 */
export function watchTheme(
  mode: Theme | 'auto',
  isDarkModeEnabled: boolean,
  apply: (theme: Theme) => void,
  signal?: AbortSignal,
): void {
  if (mode !== 'auto' || !isDarkModeEnabled) {
    apply(mode === 'dark' ? 'dark' : 'light');
    return;
  }
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => apply(dark.matches ? 'dark' : 'light');
  follow();
  dark.addEventListener('change', follow, signal ? { signal } : {});
}
