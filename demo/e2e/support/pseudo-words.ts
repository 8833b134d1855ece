import phraseResources from '@logto/phrases-experience';
import { templates } from '../../../src/localization/generated/source.ts';

/** Phrases as a tenant writes them: texts by key, keys within keys. */
interface Phrases {
  [key: string]: string | Phrases;
}

const plain = 'ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz';
const accented = 'ÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåçðéĝĥîĵķļñöŕšţûŵýž';

/** Placeholders, tags and the text between them. */
const pieces = /(\{\{.*?\}\}|<\/?\w+\s*\/?>)/;

const each = (text: string, change: (piece: string) => string): string =>
  text
    .split(pieces)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');

/** Accents, brackets at the ends (a missing one shows clipping or glued sentences) and about 40 % more length. */
const stretched = (text: string): string => {
  const long = each(text, (piece) => piece.replace(/\p{L}/gu, (letter) => accented[plain.indexOf(letter)] ?? letter));
  const letters = text.replaceAll(new RegExp(pieces, 'g'), '').length;
  return `[${long}${' ~'.repeat(Math.ceil(letters / 5))}]`;
};

/** Right-to-left override per piece, as the Unicode pseudo-locale does it. */
const mirrored = (text: string): string => each(text, (piece) => (piece.trim() ? `\u202e${piece}\u202c` : piece));

const flat = (phrases: object, before = ''): (readonly [id: string, text: string])[] =>
  Object.entries(phrases).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[before + key, value] as const];
    return typeof value === 'object' && value ? flat(value, `${before}${key}.`) : [];
  });

/**
 * Every text of the page, changed so that unchanged text on a screen shows what cannot be translated. The server sends them as custom
 * phrases of a language that the page does not know.
 */
export function pseudoPhrases(direction: 'ltr' | 'rtl'): Phrases {
  const change = direction === 'rtl' ? mirrored : stretched;
  const words = { ...templates, ...Object.fromEntries(flat(phraseResources.en.translation)) };
  const phrases: Phrases = {};
  for (const [id, text] of Object.entries(words)) {
    const keys = id.split('.');
    const last = keys.pop() ?? '';
    let place = phrases;
    for (const key of keys) place = (place[key] ??= {}) as Phrases;
    place[last] = change(text);
  }
  return phrases;
}
