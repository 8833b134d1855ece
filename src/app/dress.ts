import type { Settings } from '../client/index.ts';
import { currentLanguage, markLanguage } from '../localization/language.ts';
import { browserDocumentMeta } from '../platform/document-meta.ts';
import { applyTokens, brandTokens, chooseFavicon, logtoBrandVariables, type Theme, watchTheme } from '../theme/branding.ts';
import { hostGuard } from '../theme/host-guard.ts';
import { install } from '../theme/install.ts';
import { applyPageStyles } from '../theme/page-styles.ts';

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
  const { primaryColor = '', darkPrimaryColor, isDarkModeEnabled } = settings.color;
  const brand = { primaryColor, darkPrimaryColor, isDarkModeEnabled };
  for (const target of hosted ? [element, document.documentElement] : [element]) markLanguage(target, currentLanguage());
  applyTokens(element, brandTokens(brand));
  applyPageStyles({ customCss: settings.customCss, nonce, guard: hosted ? undefined : hostGuard });
  // customCss may read the variables of the server's own page; nobody else does.
  if (settings.customCss)
    void import('../theme/logto-variables.ts').then(({ logtoVariables }) => install(document, [logtoVariables]), ignore);
  const apply = (theme: Theme) => {
    element.dataset['theme'] = theme;
    if (hosted) {
      document.documentElement.dataset['theme'] = theme;
      applyTokens(document.body, logtoBrandVariables(brand, theme));
      browserDocumentMeta().setIcon(chooseFavicon(settings.branding, theme));
    }
    options.themeChanged(theme);
  };
  watchTheme(options.theme, isDarkModeEnabled, apply, signal);
}

const ignore = (): void => undefined;
