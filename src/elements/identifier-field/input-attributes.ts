import type { IdentifierType } from '../../shared/identifier.ts';

/** What the account name is asked for. */
export type IdentifierPurpose = 'sign-in' | 'register' | 'other';

/**
 * `type` of the input. Never `email`: browsers rewrite the text of such inputs (Chromium to punycode, all of them white space) and
 * hide the caret from scripts, so that the same address would read differently here and in a form of several types
 * (HTML, "Email state", https://html.spec.whatwg.org/multipage/input.html#email-state-(type=email)).
 */
export const inputType = (types: readonly IdentifierType[]): 'tel' | 'text' =>
  types.length === 1 && types[0] === 'phone' ? 'tel' : 'text';

/** The keyboard for addresses where nothing else can come. */
export const inputMode = (types: readonly IdentifierType[]): 'email' | undefined =>
  types.length === 1 && types[0] === 'email' ? 'email' : undefined;

/**
 * The one legal autofill token (HTML, "Autofill field name"; a list such as `username email tel` is invalid and ignored).
 *
 * Signing in, the text is the account name, whatever it looks like: `username` is what password managers store and offer beside
 * `current-password`, for e-mail addresses too. A form that takes phone numbers alone says `tel`, because there browsers offer
 * the person's own number and managers find the name by its place before the password.
 * Elsewhere the address itself is wanted, from the person's contact data: `email` and `tel`. `username` remains where a name may
 * be chosen.
 */
export function autocompleteToken(types: readonly IdentifierType[], purpose: IdentifierPurpose): 'username' | 'email' | 'tel' {
  if (types.every((type) => type === 'phone')) return 'tel';
  if (purpose === 'sign-in' || types.includes('username')) return 'username';
  return 'email';
}
