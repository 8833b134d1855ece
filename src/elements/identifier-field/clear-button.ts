import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/words.ts';
import { icon } from '../templates/icon.ts';

/**
 * Empties the field; CSS shows it while there is a text. Focus stays in the input. No tab stop: keyboards clear in their own
 * ways, and the password is one Tab away.
 */
export function clearButton(clear: () => void): TemplateResult {
  return html`<button
    class="sie-adornment sie-identifier-clear"
    type="button"
    tabindex="-1"
    aria-label=${msg('Clear', { id: 'sie.action.clear' })}
    @pointerdown=${keepFocus}
    @mousedown=${keepFocus}
    @click=${clear}
  >
    ${icon('close')}
  </button>`;
}

function keepFocus(event: Event): void {
  event.preventDefault();
}
