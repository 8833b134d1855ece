import type { Settings } from '../client/index.ts';
import { currentLanguage, markLanguage } from '../localization/language.ts';
import { browserDocumentMeta } from '../platform/document-meta.ts';
import { applyTokens, brandTokens, chooseFavicon, type Theme, watchTheme } from '../theme/branding.ts';
import { install, type StyleRoot } from '../theme/install.ts';
import type * as pageStylesModule from '../theme/page-styles.ts';

export interface DressOptions {
  readonly settings: Settings;
  readonly theme: Theme | 'auto';
  /** The whole page is ours: language, colours and icon go on the document too. */
  readonly hosted: boolean;
  readonly nonce: string;
  /** Ends the watch over the system's theme. */
  readonly signal: AbortSignal;
  readonly themeChanged: (theme: Theme) => void;
}

/** Language, colours, icon and the tenant's own CSS, on the element and, where the page is ours, on the document. */
export function dress(element: HTMLElement, options: DressOptions): void {
  const { settings, hosted, nonce, signal } = options;
  const { customCss, color, branding } = settings;
  const root = element.getRootNode() as StyleRoot;
  for (const target of hosted ? [element, document.documentElement] : [element]) markLanguage(target, currentLanguage());
  applyTokens(element, brandTokens(color));
  const late = needsPageStyles(settings, hosted) ? pageStyles() : undefined;
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

/** Somebody's page must be held off, customCss must stand last and find Logto's variables, older engines get plain colours. */
export const needsPageStyles = ({ customCss }: Settings, hosted: boolean): boolean =>
  !hosted || Boolean(customCss) || !CSS.supports('color', 'light-dark(oklch(from red l c h), red)');

let loading: Promise<typeof pageStylesModule | undefined> | undefined;

/** Undefined when they cannot be fetched; the next call tries again. Once here, `dress` puts them on before the next paint. */
export function pageStyles(): Promise<typeof pageStylesModule | undefined> {
  return (loading ??= import('../theme/page-styles.ts').catch(() => (loading = undefined)));
}
