import { css, html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../localization/messages.ts';
import { link } from './link.ts';

/** Options of `identity`. */
export interface IdentityOptions {
  /** E-mail address, phone number or username as the person knows it. */
  value: string;
  type: 'username' | 'email' | 'phone';
  /** Goes back to choose another account; without it there is no link for that. */
  change?: (() => void) | undefined;
}

const inputTypes = { username: 'text', email: 'email', phone: 'tel' } as const;

/**
 * The account that is signing in, with a link to choose another one. It is a real, visible, read-only input of the form, so that
 * password managers save and offer the password for it.
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

/** Styles of `identity`; a screen that shows it has them in its `globalStyles`. */
export const identityStyles = css`
  @layer sie.elements {
    .sie-identity {
      display: flex;
      align-items: center;
      gap: var(--_sie-space-2);
      min-block-size: var(--_sie-control-height);
      margin-block-end: var(--_sie-space-4);
      padding-inline: 14px;
      border: 1px solid var(--_sie-border);
      border-radius: var(--_sie-control-radius);
      background: var(--_sie-raised);
    }
    .sie-identity-value {
      flex: 1;
      inline-size: 100%;
      min-inline-size: 0;
      padding: 0;
      border: 0;
      background: none;
      text-overflow: ellipsis;
    }
    .sie-identity:where(:dir(rtl)) > .sie-identity-value {
      text-align: end;
    }
    .sie-identity > .sie-link {
      flex: none;
      font-size: var(--_sie-size-small);
    }
  }
`;
