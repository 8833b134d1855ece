import type { IdentifierType } from '../../client/schemas/settings.ts';
import type { Identifier } from '../steps.ts';

/** A login hint of the app, if this form can take it. */
export function hintedIdentifier(hint: string | undefined, types: readonly IdentifierType[]): Identifier | undefined {
  if (!hint) return undefined;
  const digits = hint.replace(/^\+|[\s()-]/g, '');
  const type = hint.includes('@') ? 'email' : /^\d{5,}$/.test(digits) ? 'phone' : 'username';
  if (!types.includes(type)) return undefined;
  return { type, value: type === 'phone' ? digits : hint };
}
