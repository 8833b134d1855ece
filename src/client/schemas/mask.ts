import type { CodeIdentifier } from './identifier.ts';

/**
 * An address as it may be shown to somebody who has not proved to own it, by the rules that the server masks with: the first four
 * characters of a longer local part, the last four digits of a number.
 */
export function masked({ type, value }: CodeIdentifier): string {
  if (type === 'phone') return `****${value.length > 4 ? value.slice(-4) : ''}`;
  const at = value.lastIndexOf('@');
  return `${at > 4 ? value.slice(0, 4) : ''}****${at < 0 ? '' : value.slice(at)}`;
}
