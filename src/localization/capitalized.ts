import { intlLanguage } from './language.ts';

/** A text that begins a line of its own: with a capital, where the language has them. */
export const capitalized = (text: string): string => text.replace(/^\p{L}/u, (first) => first.toLocaleUpperCase(intlLanguage()));
