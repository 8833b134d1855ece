import { css } from 'lit';

/**
 * The page: a container that fills the window, with one card. The class names `logto_…` are those of Logto's own page, which existing
 * customCss of tenants selects.
 *
 * ```html
 * <div class="logto_page-container">
 *   <main class="logto_main-content">…one screen element…</main>
 *   <footer class="logto_signature">…</footer>
 * </div>
 * ```
 *
 * Embedded, these are a `<section>` and a `<div>` with the same classes, since the page has its own `<main>`.
 *
 * In a narrow window the card fills the window. The width decides, not the device: a tablet has room for the card. Rules for touch
 * screens use `pointer: coarse`; `body.mobile` and `body.desktop` exist for customCss.
 */
export const page = css`
  @layer sie.page {
    :where(sign-in-experience, .sie-root) .logto_page-container {
      display: flex;
      flex-direction: column;
      align-items: center;
      min-block-size: 100vh;
      min-block-size: 100vb;
      min-block-size: 100dvb;
      padding: var(--_sie-space-6);
      background: var(--_sie-page);
    }
    /* The free space above and below is 2 : 3, which looks centred; the exact middle looks low. A script fixes the space above while the card grows. */
    :where(sign-in-experience, .sie-root) .logto_page-container::before {
      content: '';
      flex: var(--_sie-above, 2);
    }
    :where(sign-in-experience, .sie-root) .logto_page-container::after {
      content: '';
      flex: 3;
    }
    :where(sign-in-experience, .sie-root) .logto_main-content {
      position: relative;
      inline-size: min(482px, 100%);
      padding: 40px;
      border: 1px solid var(--_sie-border);
      border-radius: var(--_sie-radius);
      background: var(--_sie-surface);
      box-shadow: var(--_sie-shadow);
    }
    /* Logto's own page has its background on the body, where customCss changes it. */
    :where(sign-in-experience, .sie-root):where(html:has(style[data-custom-css]) *) .logto_page-container {
      background: none;
    }
    :where(sign-in-experience, .sie-root) .logto_main-content > :where(:not(div)) {
      display: block;
    }
    :where(sign-in-experience, .sie-root) .logto_signature {
      padding-block: var(--_sie-space-5);
    }

    @media (max-width: 520px) {
      :where(sign-in-experience, .sie-root) .logto_page-container {
        padding: 0;
        background: var(--_sie-surface);
      }
      :where(sign-in-experience, .sie-root) .logto_page-container::before {
        content: none;
      }
      :where(sign-in-experience, .sie-root) .logto_main-content {
        padding: var(--_sie-space-6) max(20px, env(safe-area-inset-right)) var(--_sie-space-6)
          max(20px, env(safe-area-inset-left));
        border: 0;
        border-radius: 0;
        box-shadow: none;
      }
      :where(sign-in-experience, .sie-root) .logto_signature {
        order: 1;
        padding-block-end: max(var(--_sie-space-5), env(safe-area-inset-bottom));
      }
    }
  }
`;
