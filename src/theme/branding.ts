/** The theme that is shown; 'auto' is resolved. */
export type Theme = 'light' | 'dark';

/** Colours of the sign-in settings, with the server's names: `#rgb` or `#rrggbb`, checked when the settings were read. */
export interface BrandColor {
  primaryColor?: string | undefined;
  darkPrimaryColor?: string | undefined;
}

/** Images of the sign-in settings, with the server's names. */
export interface BrandImages {
  logoUrl?: string | undefined;
  darkLogoUrl?: string | undefined;
  favicon?: string | undefined;
  darkFavicon?: string | undefined;
}

/** Custom properties by name, for `style.setProperty`. */
export type Tokens = Readonly<Record<`--${string}`, string>>;

/** The brand colour of a theme; undefined when the settings have none, so that our default applies. */
export function brandColor({ primaryColor, darkPrimaryColor }: BrandColor, theme: Theme): string | undefined {
  if (theme === 'light' || !primaryColor) return primaryColor;
  return darkPrimaryColor ?? lightness(primaryColor, 10);
}

/** A CSS colour with its HSL lightness changed by some percentage points. */
export function lightness(color: string, points: number, alpha = 1): string {
  return `hsl(from ${color} h s calc(l + ${points}) / ${alpha})`;
}

/**
 * Tokens for our root element. The value has both themes, so that a change of theme needs only `data-theme`; the plain one is for
 * browsers without `light-dark()` (`legacyBrowsers` of page-styles.ts).
 */
export function brandTokens(color: BrandColor): Tokens {
  const light = brandColor(color, 'light');
  const dark = brandColor(color, 'dark');
  return light && dark ? { '--_sie-tenant-brand': `light-dark(${light}, ${dark})`, '--_sie-plain-brand': light } : {};
}

/** Sets the tokens inline, by script, which a strict Content-Security-Policy allows. */
export function applyTokens({ style }: HTMLElement, tokens: Tokens): void {
  for (const [name, value] of Object.entries(tokens)) style.setProperty(name, value);
}

/** The logo of a theme; a single variant is used for both. */
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
