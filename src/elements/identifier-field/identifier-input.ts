/** What the input of an identifier field needs: label, attributes, initial text, and the button that clears it. */
import { html, type TemplateResult } from 'lit';
import { msg } from '../../localization/messages.ts';
import { plainText } from '../../shared/characters.ts';
import {
  begunText,
  detectType,
  formatIdentifier,
  type IdentifierType,
  identifierTypes,
  type KnownIdentifier,
} from '../../shared/identifier.ts';
import { keepFocus } from '../element.ts';
import { icon } from '../templates/icon.ts';

/** What the identifier is asked for. */
export type IdentifierPurpose = 'sign-in' | 'register' | 'other';

/**
 * `type` of the input. Never `email`: browsers rewrite the text of such inputs (Chromium to punycode, all of them white space) and
 * hide the caret from scripts, so that the same address would read differently here and in a form of several types
 * (HTML, "Email state", https://html.spec.whatwg.org/multipage/input.html#email-state-(type=email)).
 */
export const inputType = (types: readonly IdentifierType[]): 'tel' | 'text' =>
  types.length === 1 && types[0] === 'phone' ? 'tel' : 'text';

/** The on-screen keyboard for e-mail addresses where only an address is accepted. */
export const inputMode = (types: readonly IdentifierType[]): 'email' | undefined =>
  types.length === 1 && types[0] === 'email' ? 'email' : undefined;

/**
 * The one valid autofill token (HTML, "Autofill field name"; a list such as `username email tel` is invalid and ignored).
 *
 * For sign-in the text is the account name, whatever its type: `username` is what password managers store and offer beside
 * `current-password`, for e-mail addresses too. A form that accepts phone numbers only says `tel`, because there browsers offer
 * the person's own number, and managers find the account name by its position before the password.
 * Otherwise the address itself is wanted, from the person's contact data: `email` and `tel`. `username` remains where a username may
 * be chosen.
 */
export function autocompleteToken(types: readonly IdentifierType[], purpose: IdentifierPurpose): 'username' | 'email' | 'tel' {
  if (types.every((type) => type === 'phone')) return 'tel';
  if (purpose === 'sign-in' || types.includes('username')) return 'username';
  return 'email';
}

/** The text to put into a field that accepts these types; undefined where it does not accept this identifier. */
export function initialText({ type, value }: KnownIdentifier, types: readonly IdentifierType[]): string | undefined {
  const text = plainText(value);
  const likely = type ?? detectType(begunText(value), identifierTypes);
  if (!likely || !types.includes(likely)) return undefined;
  // Only a value that is stated to be a phone number surely includes its calling code, which moves to the country button later.
  return type === 'phone' ? formatIdentifier({ type, value: text.replace(/^\+/, '') }) : text;
}

/**
 * Clears the field; CSS shows it while there is a text. Focus stays in the input. It is no tab stop, because keyboards have their own
 * ways to clear a field, and the password should be one Tab away.
 */
export function clearButton(input: () => HTMLInputElement | null): TemplateResult {
  return html`<button
    class="sie-adornment sie-identifier-clear"
    type="button"
    tabindex="-1"
    aria-label=${msg('Clear', { id: 'sie.action.clear' })}
    @pointerdown=${keepFocus}
    @mousedown=${keepFocus}
    @click=${() => clear(input())}
  >
    ${icon('close')}
  </button>`;
}

function clear(input: HTMLInputElement | null): void {
  if (!input) return;
  input.value = '';
  // Setting `value` dispatches no event, and listeners to typing must learn of it.
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContent' }));
  input.focus();
}
