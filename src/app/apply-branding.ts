import type { Settings } from '../client/index.ts';
import { currentLanguage, markLanguage } from '../localization/language.ts';
import { browserDocumentMeta } from '../platform/browser.ts';
import { lazy } from '../shared/lazy.ts';
import { applyTokens, brandTokens, chooseFavicon, type Theme, watchTheme } from '../theme/branding.ts';
import { install, type StyleRoot } from '../theme/install.ts';

export interface BrandingOptions {
  readonly settings: Settings;
  readonly theme: Theme | 'auto';
  /** The page is the server's own: language, theme and icon are set on the document too. */
  readonly hosted: boolean;
  readonly nonce: string;
  /** Stops following the system's theme. */
  readonly signal: AbortSignal;
  readonly themeChanged: (theme: Theme) => void;
}

/** Applies language, colours, icon and the tenant's custom CSS to the element and, on the hosted page, to the document. */
export function applyBranding(element: HTMLElement, options: BrandingOptions): void {
  const { settings, hosted, nonce, signal } = options;
  const { customCss, color, branding } = settings;
  const root = element.getRootNode() as StyleRoot;
  for (const target of hosted ? [element, document.documentElement] : [element]) markLanguage(target, currentLanguage());
  applyTokens(element, brandTokens(color));
  const late = needsPageStyles(settings, hosted) ? pageStyles.optional() : undefined;
  void late?.then((styles) => {
    styles?.applyPageStyles({ customCss, nonce, guard: hosted ? undefined : styles.hostGuard }, root);
    // customCss may read the variables of the server's own page; nobody else does.
    if (styles) install(root, [styles.legacyBrowsers, ...(customCss ? [styles.logtoVariables] : [])]);
  });
  const apply = (theme: Theme) => {
    element.dataset['theme'] = theme;
    if (hosted) {
      document.documentElement.dataset['theme'] = theme;
      if (customCss) void late?.then((styles) => styles?.applyLogtoVariables(color, theme));
      browserDocumentMeta().setIcon(chooseFavicon(branding, theme));
    }
    options.themeChanged(theme);
  };
  watchTheme(options.theme, color.isDarkModeEnabled, apply, signal);
}

/** For embedding pages (style guard), custom CSS (order, Logto's variables) and browsers without relative colours. */
export const needsPageStyles = ({ customCss }: Settings, hosted: boolean): boolean =>
  !hosted || Boolean(customCss) || !CSS.supports('color', 'light-dark(oklch(from red l c h), red)');

/** Once loaded, `applyBranding` applies them before the next paint. */
export const pageStyles = lazy(() => import('../theme/page-styles.ts'));
