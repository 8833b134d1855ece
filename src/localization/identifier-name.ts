import { msg } from './words.ts';

/** Name of an identifier type inside a sentence. */
export function identifierName(type: string): string {
  if (type === 'email') return msg('email', { id: 'description.email' });
  if (type === 'phone') return msg('phone number', { id: 'description.phone_number' });
  return msg('username', { id: 'description.username' });
}
