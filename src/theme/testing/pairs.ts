import { contrast } from './color.ts';

/** Contrast pairs by alias: text on its background (WCAG 2.2, 1.4.3), and borders and fills (1.4.11). */
export const pairs: readonly (readonly [foreground: string, background: string, least: number])[] = [
  ['on-brand', 'fill', 4.5],
  ['on-brand', 'brand-hover', 4.5],
  ['on-brand', 'brand-pressed', 4.5],
  ['fill', 'surface', 3],
  ['brand-hover', 'surface', 3],
  ['brand-pressed', 'surface', 3],
  ['link', 'surface', 4.5],
  ['link', 'page', 4.5],
  ['link', 'raised', 4.5],
  ['focus', 'surface', 3],
  ['focus', 'page', 3],
  ['focus', 'raised', 3],
  ['text', 'surface', 4.5],
  ['text', 'page', 4.5],
  ['text', 'raised', 4.5],
  ['text-muted', 'surface', 4.5],
  ['text-muted', 'page', 4.5],
  ['text-muted', 'raised', 4.5],
  ['danger', 'surface', 4.5],
  ['text', 'danger-surface', 4.5],
  ['text', 'success-surface', 4.5],
  ['danger', 'danger-surface', 3],
  ['success', 'success-surface', 3],
  ['border-strong', 'surface', 3],
];

/** The computed colour of an alias in an element. */
export function colorOf(root: HTMLElement, alias: string): string {
  root.style.color = `var(--_sie-${alias})`;
  return getComputedStyle(root).color;
}

/** The pairs with too little contrast in an element, one line for each. */
export function tooFaint(root: HTMLElement): string[] {
  const colors = new Map(
    [...new Set(pairs.flatMap(([one, other]) => [one, other]))].map((alias) => [alias, colorOf(root, alias)]),
  );
  return pairs.flatMap(([one, other, least]) => {
    const ratio = contrast(colors.get(one) ?? '', colors.get(other) ?? '');
    return ratio < least ? [`${one} on ${other}: ${ratio.toFixed(2)}`] : [];
  });
}
