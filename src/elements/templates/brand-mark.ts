import { html, type TemplateResult } from 'lit';
import { fillParts, msg } from '../../localization/words.ts';

/**
 * "Powered by Logto", in the place and with the attributes that the stock page has. Left out by the caller where the settings
 * say `hideLogtoBranding`. It is not defended against customCss: whoever writes that can also take the page away.
 *
 * CSS: `.logto_signature`, `.sie-brand-mark`.
 */
export function brandMark(): TemplateResult {
  const words = fillParts(
    msg('Powered by <name></name>', { id: 'sie.brand_mark.powered_by' }),
    {},
    { name: () => html`<b data-logto-signature-text translate="no">Logto</b>` },
  );
  return html`<footer class="logto_signature" data-logto-signature-container="secured">
    <a class="sie-brand-mark" data-logto-signature="secured" href="https://logto.io" target="_blank" rel="noopener">${words}</a>
  </footer>`;
}
