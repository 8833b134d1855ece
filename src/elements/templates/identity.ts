import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/words.ts';
import { link } from './link.ts';

/** Options of `identity`. */
export interface IdentityOptions {
  /** E-mail, phone number or username as the person knows it. */
  value: string;
  type: 'username' | 'email' | 'phone';
  /** Goes back to choosing another; without it there is no such way. */
  change?: (() => void) | undefined;
}

const inputTypes = { username: 'text', email: 'email', phone: 'tel' } as const;

/**
 * Whose sign-in this is, with the way back for someone else. The name is a real, visible, read-only input of the form, so that
 * password managers save and offer the password beside it.
 *
 * CSS: `.sie-identity`, `.sie-identity-value`.
 */
export function identity({ value, type, change }: IdentityOptions): TemplateResult {
  return html`<div class="sie-identity">
    <input
      class="sie-identity-value"
      name="identifier"
      type=${inputTypes[type]}
      autocomplete="username"
      aria-label=${msg('Account', { id: 'sie.identity.label' })}
      readonly
      dir="ltr"
      value=${value}
    />
    ${change ? link({ label: msg('Not you?', { id: 'description.not_you' }), press: change }) : nothing}
  </div>`;
}
