import { templates as source } from './generated/source.ts';

const plain = 'ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz';
const accented = 'ÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåçðéĝĥîĵķļñöŕšţûŵýž';

/** Places, tags and the text between them. */
const pieces = /(\{\{[^{}]*\}\}|<\/?\w+\s*\/?>)/;

/**
 * Texts for testing with: `en-XA` has accents, brackets at the ends (a missing one shows clipping or glued sentences) and about
 * 40 % more length; `ar-XB` runs from right to left. What stays plain on the page is not translatable yet.
 */
export function pseudoWords(words: Readonly<Record<string, string>>, direction: 'ltr' | 'rtl'): Record<string, string> {
  const change = direction === 'rtl' ? mirrored : stretched;
  return Object.fromEntries(Object.entries({ ...source, ...words }).map(([id, text]) => [id, change(text)]));
}

function stretched(text: string): string {
  const long = each(text, (piece) => piece.replace(/\p{L}/gu, (letter) => accented[plain.indexOf(letter)] ?? letter));
  const letters = text.replaceAll(new RegExp(pieces, 'g'), '').length;
  return `[${long}${' ~'.repeat(Math.ceil(letters / 5))}]`;
}

/** Right-to-left override per piece, as the Unicode pseudo-locale does it. */
function mirrored(text: string): string {
  return each(text, (piece) => (piece.trim() ? `\u202e${piece}\u202c` : piece));
}

function each(text: string, change: (piece: string) => string): string {
  return text
    .split(pieces)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');
}
