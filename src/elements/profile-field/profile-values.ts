import { isGroup, partName, type ProfileSpec, type ProfileTexts, textOf } from './profile-spec.ts';

/** Values as the server takes them. */
export type ProfileValues = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/**
 * What the server is sent: a text for every field, also where it is empty; the parts of a full name beside each other, those of an
 * address inside it. An address that is not asked for as a whole (`formatted`) is put together from its parts.
 */
export function profileValues(fields: readonly ProfileSpec[], texts: ProfileTexts): ProfileValues {
  const valueOf = (name: string): string => textOf(texts, name) ?? '';
  const entries = fields.flatMap((field): (readonly [string, ProfileValues[string]])[] => {
    if (!isGroup(field)) return [[field.name, valueOf(field.name)]];
    const parts = field.config.parts.map((part) => [part.name, valueOf(partName(field, part))] as const);
    if (field.type === 'Fullname' || parts.length === 0) return parts;
    const formatted = parts
      .map(([, text]) => text)
      .filter(Boolean)
      .join(', ');
    return [[field.name, { formatted, ...Object.fromEntries(parts) }]];
  });
  return Object.fromEntries(entries);
}
