/**
 * The words of the page. Every visible string is `msg('English', { id: '<server phrase key or own id>' })`, both literals;
 * texts with values hold `{{name}}` as the server's phrases do and go through `fill`, `fillParts` or `plural` after `msg`.
 */
export { updateWhenLocaleChanges } from '@lit/localize';
export { msg } from './language.ts';
export { fill, type Values } from './fill.ts';
export { fillParts } from './fill-parts.ts';
export { plural, type PluralForms } from './plural.ts';
