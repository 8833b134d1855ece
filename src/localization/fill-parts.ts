import { isBlank } from '../shared/blank.ts';
import { fill, type Values } from './fill.ts';

/**
 * Splits a text at its inline tags (`<link></link>`, `<a>Resend</a>`, `<span>{{seconds}}</span>`) and lets each tag's function
 * render its inner text; the result can be put into a template as it is. Nothing is parsed as HTML: tags without a function
 * and everything inside values stay plain text.
 *
 * A tag that a customised phrase lost is rendered at the end with an empty inner text, because a link that must be there (terms,
 * resend) is better at the end than gone. Functions therefore bring their own words for an empty inner text.
 */
export function fillParts(text: string, values: Values, tags: Readonly<Record<string, (inner: string) => unknown>>): unknown[] {
  const missing = new Set(Object.keys(tags));
  const names = [...missing].join('|') || '(?!)';
  const found = [...text.matchAll(new RegExp(`<(?:(${names})(\\s*/)?|/(${names}))>`, 'g'))];
  // Where the last end of each stands. What begins later has none, and is text; so the text is gone through once.
  const ends = new Map(found.map(({ 3: name, index }) => [name, index]));
  const parts: unknown[] = [];
  let end = 0;
  let opened: RegExpExecArray | undefined;
  for (const tag of found) {
    const [whole, begun = '', isAlone, ended] = tag;
    if (opened ? ended !== opened[1] : !isAlone && !((ends.get(begun) ?? 0) > tag.index)) continue;
    opened ??= tag;
    if (begun && !isAlone) continue;
    const [opening, name = ''] = opened;
    const inner = text.slice(opened.index + opening.length, tag.index);
    parts.push(fill(text.slice(end, opened.index), values), tags[name]?.(isBlank(inner) ? '' : fill(inner, values)));
    missing.delete(name);
    end = tag.index + whole.length;
    opened = undefined;
  }
  parts.push(fill(text.slice(end), values));
  for (const name of missing) parts.push(' ', tags[name]?.(''));
  return parts.filter((part) => part !== '');
}
