import type { IdentifierType } from '../shared/identifier.ts';
import { msg } from './messages.ts';

/** Label of an input for this type of identifier. */
export function identifierLabel(type: IdentifierType): string {
  if (type === 'email') return msg('Email', { id: 'input.email' });
  return type === 'phone' ? msg('Phone number', { id: 'input.phone_number' }) : msg('Username', { id: 'input.username' });
}

/** Name of a type of identifier inside a sentence. Takes any string, since types come as values of a problem, too. */
export function identifierNoun(type: string): string {
  if (type === 'email') return msg('email', { id: 'description.email' });
  return type === 'phone'
    ? msg('phone number', { id: 'description.phone_number' })
    : msg('username', { id: 'description.username' });
}
