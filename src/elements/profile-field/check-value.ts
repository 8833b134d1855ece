import type { matchesPattern } from '../../shared/pattern.ts';
import { parseWebUrl } from '../../shared/web-address.ts';
import { isDate } from './date-format.ts';
import type { InputConfig, InputSpec } from './profile-spec.ts';

/** What is wrong with a value; bounds that the tenant left open are undefined. */
export type Fault =
  | { readonly kind: 'required' | 'invalid' }
  | { readonly kind: 'length' | 'range'; readonly min: number | undefined; readonly max: number | undefined };

/** Here once `loadPatterns` has fetched it. */
let matches: typeof matchesPattern | undefined;

/** Fetches what checks patterns, which few tenants have. Until it is here, and where it cannot be had, every text passes. */
export async function loadPatterns(): Promise<void> {
  matches ??= (await import('../../shared/pattern.ts').catch(() => undefined))?.matchesPattern;
}

/**
 * Holds a value against the tenant's rules for its field. The server does not do it: what passes here is stored.
 *
 * @param value as it will be sent, see `readInput`
 */
export function checkValue(
  value: string,
  { type, required, config }: Pick<InputSpec, 'type' | 'required' | 'config'>,
): Fault | undefined {
  if (!value) return required ? { kind: 'required' } : undefined;
  const invalid: Fault = { kind: 'invalid' };
  switch (type) {
    case 'Text': {
      // Zero is how some tenants say "none".
      const [min, max] = [config.minLength, config.maxLength].map((bound) => (bound === 0 ? undefined : bound));
      return isBetween([...value].length, min, max) ? undefined : { kind: 'length', min, max };
    }
    case 'Number': {
      const { minValue: min, maxValue: max } = config;
      if (!/^[+-]?\d+(\.\d+)?$/.test(value)) return invalid;
      return isBetween(Number(value), min, max) ? undefined : { kind: 'range', min, max };
    }
    case 'Date':
      return isDate(value, dateFormat(config)) ? undefined : invalid;
    case 'Url':
      // Other schemes (`javascript:`) have no place in a profile that apps make links of.
      return parseWebUrl(value) ? undefined : invalid;
    case 'Regex':
      // What cannot be found out in time is no mistake of the person's, and nothing they could mend.
      return matches?.(value, config.format ?? '') === false ? invalid : undefined;
    case 'Select':
      return config.options?.some((option) => option.value === value) ? undefined : invalid;
    case 'Checkbox':
      return undefined;
  }
}

/** Format in which the server wants a date. */
export function dateFormat({ format = 'yyyy-MM-dd', customFormat = '' }: InputConfig): string {
  return format === 'custom' ? customFormat : format;
}

const isBetween = (number: number, min = -Infinity, max = Infinity): boolean => number >= min && number <= max;
