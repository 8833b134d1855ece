/**
 * Texts of the page. Every visible string is `msg('English', { id: '<server phrase key or own id>' })`, both literals; texts with
 * values contain `{{name}}` as the server's phrases do and go through `interpolate`, `interpolateTags` or `plural` after `msg`.
 */
import { isBlank } from '../shared/characters.ts';
import { direction, intlLanguage, msg, ownText } from './language.ts';
import type { IdentifierType } from '../shared/identifier.ts';

export { updateWhenLocaleChanges } from '@lit/localize';
export { msg };

/** Values for the `{{name}}` placeholders of a text. */
export type Values = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** `{{name}}`, `{{name, formatter(option: value;)}}`. Without braces inside, so that a text of nothing but braces is matched in linear time. */
const placeholder = /\{\{([^{}]*)\}\}/g;

/** Name and formatter of a placeholder; full-width commas occur in the server's phrases. */
const nameAndFormat = /^-?\s*([^\s,，]+)(.*)/s;

const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Replaces the placeholders of a text by values, in the syntax of the server's phrases
 * (https://www.i18next.com/translation-function/formatting): `{{name}}`, `{{items, list}}`, `{{types, list(type: disjunction;)}}`,
 * `{{step, number}}`, `zhOrSpaces`. Never throws: with an unknown or malformed formatter the plain value is shown, a list is always joined
 * by the rules of the language, a placeholder without a value is removed. If nothing visible is left of a phrase from the server, our own
 * text is used.
 *
 * A value cannot change the text around it: it is not searched for placeholders or tags, its bidi controls are removed, and where
 * directions could mix it is wrapped in Unicode isolates (so `+86 138…` stays in order inside Arabic).
 */
export function interpolate(text: string, values: Values): string {
  const replace = (phrase: string) =>
    phrase.replace(placeholder, (whole: string, inside: string) => {
      const [, name, format = ''] = nameAndFormat.exec(inside) ?? [];
      if (!name) return whole;
      return Object.hasOwn(values, name) ? formatValue(values[name], format) : '';
    });
  const result = replace(text);
  return isBlank(result) ? replace(ownText(text)) : result;
}

function formatValue(value: Values[string], format: string): string {
  if (value === undefined) return '';
  if (typeof value === 'number') {
    return format.includes('number') ? new Intl.NumberFormat(intlLanguage()).format(value) : String(value);
  }
  if (typeof value === 'string') return isolate(value);
  const type = format.includes('disjunction') ? 'disjunction' : 'conjunction';
  const list = new Intl.ListFormat(intlLanguage(), { type }).format(value.map(isolate));
  return format.includes('zhOrSpaces') ? list.replaceAll('或', ' 或 ') : list;
}

function isolate(value: string): string {
  const plain = value.replace(bidiControls, '');
  return direction() === 'rtl' || rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/**
 * Splits a text at its inline tags (`<link></link>`, `<a>Resend</a>`, `<span>{{seconds}}</span>`), renders the inner text of each by the
 * function of its name and interpolates the rest. Nothing is parsed as HTML: tags without a function and everything inside values
 * stay plain text.
 *
 * A tag that is missing in a customized phrase is rendered at the end with an empty inner text, because a link that is needed (terms,
 * resend) must not get lost. So the functions need a text of their own for an empty inner text.
 *
 * @returns strings and results of the functions, in order; can be a child of a template as it is
 */
export function interpolateTags(
  text: string,
  values: Values,
  tags: Readonly<Record<string, (inner: string) => unknown>>,
): unknown[] {
  const missing = new Set(Object.keys(tags));
  const names = [...missing].join('|') || '(?!)';
  const found = [...text.matchAll(new RegExp(`<(?:(${names})(\\s*/)?|/(${names}))>`, 'g'))];
  // Position of the last closing tag of each name. An opening tag after it is text, so one pass over the text is enough.
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
    parts.push(
      interpolate(text.slice(end, opened.index), values),
      tags[name]?.(isBlank(inner) ? '' : interpolate(inner, values)),
    );
    missing.delete(name);
    end = tag.index + whole.length;
    opened = undefined;
  }
  parts.push(interpolate(text.slice(end), values));
  for (const name of missing) parts.push(' ', tags[name]?.(''));
  return parts.filter((part) => part !== '');
}

/** Texts by plural category of Unicode CLDR (https://cldr.unicode.org/index/cldr-spec/plural-rules). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * Picks the form for a count in the page's language and interpolates it; `{{count}}` is the count. Each category is a `msg` call of its
 * own (`…_one`, `…_two`, `…_few`, `…_many`, `…_other`): extraction needs literals, and the server's phrases and Arabic have all of them.
 */
export function plural(count: number, forms: PluralForms, values: Values = {}): string {
  const category = new Intl.PluralRules(intlLanguage()).select(count);
  return interpolate(forms[category] ?? forms.other, { count, ...values });
}

/** For a text that begins a line: with a capital letter, where the language has them. */
export const capitalize = (text: string): string => text.replace(/^\p{L}/u, (first) => first.toLocaleUpperCase(intlLanguage()));

/** For `chunk_load_failed`, and instead of every other problem's text while those cannot be loaded either. */
export const chunkMissingText = (): string =>
  msg('A part of this page could not be loaded. Check your connection and try again.', { id: 'sie.problem.page_incomplete' });

/** Label of an input for this type of identifier. */
export function identifierLabel(type: IdentifierType): string {
  if (type === 'email') return msg('Email', { id: 'input.email' });
  return type === 'phone' ? msg('Phone number', { id: 'input.phone_number' }) : msg('Username', { id: 'input.username' });
}

/** Name of a type of identifier inside a sentence. Takes any string, since types come as values of a problem, too. */
export function identifierNoun(type: string): string {
  if (type === 'email') return msg('email', { id: 'description.email' });
  return type === 'phone'
    ? msg('phone number', { id: 'description.phone_number' })
    : msg('username', { id: 'description.username' });
}
