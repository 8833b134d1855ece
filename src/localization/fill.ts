import { isBlank } from '../shared/blank.ts';
import { direction, intlLanguage, ownText } from './language.ts';

/** Values for the `{{name}}` places of a text. */
export type Values = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** `{{name}}`, `{{name, formatter(option: value;)}}`. No brace inside: a text of nothing but braces is read in one go, too. */
const place = /\{\{([^{}]*)\}\}/g;

/** Name and formatter of a place; full-width commas occur in the server's phrases. */
const parts = /^-?\s*([^\s,，]+)(.*)/s;

const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Puts values into a text with the syntax of the server's phrases (i18next): `{{name}}`, `{{items, list}}`,
 * `{{types, list(type: disjunction;)}}`, `{{step, number}}`, `zhOrSpaces`. Never throws: unknown or malformed formatters show
 * the plain value, a list is always joined in the language's way, a name without a value leaves nothing.
 *
 * A value cannot change the text around it: it is never read for places or tags, its bidi controls are removed, and where
 * directions could mix it stands in Unicode isolates (so `+86 138…` stays in order inside Arabic).
 */
export function fill(text: string, values: Values): string {
  const filled = (phrase: string) =>
    phrase.replace(place, (whole: string, inside: string) => {
      const [, name, format = ''] = parts.exec(inside) ?? [];
      if (!name) return whole;
      return Object.hasOwn(values, name) ? show(values[name], format) : '';
    });
  const result = filled(text);
  return isBlank(result) ? filled(ownText(text)) : result;
}

function show(value: Values[string], format: string): string {
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
