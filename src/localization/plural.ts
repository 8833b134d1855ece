import { fill, type Values } from './fill.ts';
import { intlLanguage } from './language.ts';

/** Texts by plural category of Unicode CLDR. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * Picks the form for a count in the page's language and fills it; `{{count}}` is the count.
 * Give the categories as literal `msg` calls (`…_one`, `…_two`, `…_few`, `…_many`, `…_other`): extraction for translation needs
 * the literals, and the server's phrases and Arabic have all of them.
 */
export function plural(count: number, forms: PluralForms, values: Values = {}): string {
  const category = new Intl.PluralRules(intlLanguage()).select(count);
  return fill(forms[category] ?? forms.other, { count, ...values });
}
