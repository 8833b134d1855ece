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
  const known = new RegExp(`<(${[...missing].join('|') || '(?!)'})(?:\\s*/>|>(.*?)</\\1>)`, 'gs');
  const parts: unknown[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = '', 2: inner = '', index } of text.matchAll(known)) {
    parts.push(fill(text.slice(end, index), values), tags[name]?.(fill(inner, values)));
    missing.delete(name);
    end = index + whole.length;
  }
  parts.push(fill(text.slice(end), values));
  for (const name of missing) parts.push(' ', tags[name]?.(''));
  return parts.filter((part) => part !== '');
}
