import { lazy } from '../../shared/lazy.ts';
import { parseWebUrl } from '../../shared/web-address.ts';
import { isDate } from './date-format.ts';
import type { InputConfig, InputSpec } from './profile-spec.ts';

/** What is wrong with a value; limits that the tenant did not set are undefined. */
export type Fault =
  | { readonly kind: 'required' | 'invalid' }
  | { readonly kind: 'length' | 'range'; readonly min: number | undefined; readonly max: number | undefined };

const patterns = lazy(() => import('../../shared/pattern.ts'));

/** Loads the pattern matcher, which few tenants need. Until it is loaded, and when that fails, every text is valid. */
export async function loadPatterns(): Promise<void> {
  await patterns.optional();
}

/**
 * Validates a value against the tenant's rules for its field. The server does not, so a value that passes here is stored.
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
      // Some tenants set zero for "no limit".
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
      // Other schemes (`javascript:`) are unsafe, because apps make links of a profile.
      return parseWebUrl(value) ? undefined : invalid;
    case 'Regex':
      // A pattern that takes too long is undecided; the person could not do anything about it, so the text passes.
      return patterns.loaded?.matchesPattern(value, config.format ?? '') === false ? invalid : undefined;
    case 'Select':
      return config.options?.some((option) => option.value === value) ? undefined : invalid;
    case 'Checkbox':
      return undefined;
  }
}

/** Format in which the server expects a date. */
export function dateFormat({ format = 'yyyy-MM-dd', customFormat = '' }: InputConfig): string {
  return format === 'custom' ? customFormat : format;
}

const isBetween = (number: number, min = -Infinity, max = Infinity): boolean => number >= min && number <= max;
