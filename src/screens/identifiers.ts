import type { Settings } from '../client/schemas/settings.ts';
import { readUsernamePolicy, usernameLength } from '../client/schemas/policies.ts';
import { interpolate, msg } from '../localization/messages.ts';

/** What the tenant asks of a new username, as a sentence; '' where it asks for nothing beyond the server's own rules. */
export function usernameRequirements(settings: Settings): string {
  const { minLength, maxLength, allowedChars: allowed } = readUsernamePolicy(settings);
  const items: string[] = [];
  if (minLength > usernameLength.min || maxLength < usernameLength.max) {
    const length = msg('must be {{min}} to {{max}} characters', { id: 'description.username_requirement.length' });
    items.push(interpolate(length, { min: minLength, max: maxLength }));
  }
  if (Object.values(allowed).includes(false)) {
    const characters = [
      ...(allowed.uppercase ? [msg('uppercase letters', { id: 'description.username_character.uppercase' })] : []),
      ...(allowed.lowercase ? [msg('lowercase letters', { id: 'description.username_character.lowercase' })] : []),
      ...(allowed.numbers ? [msg('numbers', { id: 'description.username_character.number' })] : []),
      ...(allowed.underscore ? [msg('underscores', { id: 'description.username_character.underscore' })] : []),
    ];
    const only = msg('can only contain {{characters, list}}', { id: 'description.username_requirement.characters' });
    items.push(interpolate(only, { characters }));
  }
  return items.length > 0
    ? interpolate(msg('Username {{items, list}}.', { id: 'description.username_requirements' }), { items })
    : '';
}
