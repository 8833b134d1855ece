/** What the page shows: never 'auto'. */
export type Theme = 'light' | 'dark';

/** Colours of the sign-in settings, in the server's own names: `#rgb` or `#rrggbb`, guarded where the settings were read. */
export interface BrandColor {
  primaryColor?: string | undefined;
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

/** The brand colour of a theme; undefined where the settings have none, so that our default shows. */
export function brandColor({ primaryColor, darkPrimaryColor }: BrandColor, theme: Theme): string | undefined {
  if (theme === 'light' || !primaryColor) return primaryColor;
  return darkPrimaryColor ?? lightness(primaryColor, 10);
}

/** A colour with its HSL lightness moved by so many points. */
export function lightness(color: string, points: number, alpha = 1): string {
  return `hsl(from ${color} h s calc(l + ${points}) / ${alpha})`;
}

/**
 * Tokens for our root element. Both themes are in the value, so a change of theme is `data-theme` alone; the plain one is for
 * engines that know no `light-dark()` (older-engines.ts).
 */
export function brandTokens(color: BrandColor): Tokens {
  const light = brandColor(color, 'light');
  const dark = brandColor(color, 'dark');
  return light && dark ? { '--_sie-tenant-brand': `light-dark(${light}, ${dark})`, '--_sie-plain-brand': light } : {};
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
