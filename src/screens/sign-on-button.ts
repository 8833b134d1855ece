import { html, type TemplateResult } from 'lit';
import { button } from '../elements/templates/button.ts';
import { msg } from '../localization/words.ts';

/** Submits an address to its company's sign-on. */
export function signOnButton(state: {
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly held?: string | undefined;
}): TemplateResult {
  return button({
    ...state,
    label: msg('Single Sign-On', { id: 'action.single_sign_on' }),
    icon: html`<svg class="sie-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M6.5 8.5v-2a3.5 3.5 0 0 1 7 0v2m-8 0h9a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z"></path>
    </svg>`,
  });
}
