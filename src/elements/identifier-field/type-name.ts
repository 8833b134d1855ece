import { msg } from '../../localization/words.ts';
import type { IdentifierType } from '../../shared/identifier.ts';

/** What people call a type of identifier. */
export function typeName(type: IdentifierType): string {
  if (type === 'email') return msg('Email', { id: 'input.email' });
  return type === 'phone' ? msg('Phone number', { id: 'input.phone_number' }) : msg('Username', { id: 'input.username' });
}
