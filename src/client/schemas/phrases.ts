import type { Report } from '../received.ts';
import { fields, object } from './tolerant.ts';

const body = fields({ translation: object });

/** Words of the server in one language, by flattened key (`action.sign_in`). Any key may be missing. */
export interface Phrases {
  /** BCP 47 tag of the language they really are in. */
  readonly language: string;
  readonly phrases: Readonly<Record<string, string>>;
}

/** Longer than any key of the server's; bounds how deep groups may be nested. */
const longestKey = 200;

/** Guards a phrases body and flattens it. What is neither text nor a group of texts is left out and reported. */
export function readPhrases(value: unknown, report: Report): Phrases['phrases'] {
  const phrases: Record<string, string> = {};
  const flatten = (group: object, prefix: string): void => {
    for (const [name, phrase] of Object.entries(group) as [string, unknown][]) {
      const key = prefix + name;
      if (typeof phrase === 'string') phrases[key] = phrase;
      else if (typeof phrase === 'object' && phrase && key.length < longestKey) flatten(phrase, `${key}.`);
      else report({ where: `phrases.${key}`, issues: ['string expected'] });
    }
  };
  flatten(body(value, '', report).translation, '');
  return phrases;
}
