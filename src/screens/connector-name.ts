import { isBlank } from '../shared/blank.ts';
import { closestLanguage } from '../shared/language-tag.ts';

/**
 * A connector's name in the language of the page, else in English, else in any language, else its target (e.g. `google`). Names in
 * another script than the page's are for others.
 */
export function connectorName(names: Readonly<Record<string, string>>, target: string, language: string): string {
  const tags = Object.keys(names).filter((tag) => !isBlank(names[tag] ?? ''));
  const tag = closestLanguage(tags, language) ?? closestLanguage(tags, 'en') ?? tags[0] ?? '';
  return names[tag] ?? target;
}
