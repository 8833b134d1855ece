import { anyRecord, object, parse, type Report } from '../../shared/schema.ts';

const body = object({ translation: anyRecord });

/** Words of the server in one language, by flattened key (`action.sign_in`). Any key may be missing. */
export interface Phrases {
  /** BCP 47 tag of the language they really are in. */
  readonly language: string;
  readonly phrases: Readonly<Record<string, string>>;
}

/** Longer than any key of the server's; bounds how deep groups may be nested. */
const longestKey = 200;

/**
 * The phrases of a body, flattened. What is neither text nor a group of texts is left out and reported.
 * @throws SchemaError
 */
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
  flatten(parse(body, value).translation, '');
  return phrases;
}
