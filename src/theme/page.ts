import { css } from 'lit';

/**
 * The page: a container that fills the window and one card in it. The class names `logto_…` are those that existing customCss of
 * Logto tenants addresses.
 *
 * ```html
 * <div class="logto_page-container">
 *   <main class="logto_main-content">…one screen element…</main>
 *   <footer class="logto_signature">…</footer>
 * </div>
 * ```
 *
 * In a page of somebody else it is a `<section>` and a `<div>` of the same names, since the page has its own main content.
 *
 * A narrow window gets the full-bleed layout. The width decides, not the device: a tablet has room for the card. What depends on
 * the device is asked of its pointer (`pointer: coarse`), and `body.mobile` and `body.desktop` are there for customCss.
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
    /* The free space is shared 2 : 3, which looks centred; the exact middle looks low. Patience holds what is above. */
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
    /* The stock page has its background on the body, where customCss changes it. */
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
