import type { PhoneNumbers } from '../../platform/phone-numbers.ts';
import type * as countryListModule from './define-country-list.ts';
import type * as phonePart from './phone-part.ts';

/** What belongs to phone numbers, with the numbering plans. */
export type Phone = typeof phonePart & { readonly numbers: PhoneNumbers };

/** Loads what belongs to phone numbers once one is in play. */
export class PhoneSupport {
  /** Undefined until loaded. */
  phone: Phone | undefined;
  isLoading = false;

  /** @param changed Called when loading begins and ends. */
  constructor(private readonly changed: () => void) {}

  /** Undefined when it cannot be had soon (offline, or a stalled line): digits then pass as they are. Each call tries again. Never rejects. */
  async load(loadNumbers: () => Promise<PhoneNumbers>): Promise<Phone | undefined> {
    if (this.phone) return this.phone;
    this.isLoading = true;
    this.changed();
    try {
      const [numbers, part] = await Promise.race([Promise.all([loadNumbers(), import('./phone-part.ts')]), tooLate()]);
      this.phone ??= { ...part, numbers };
      // So that the list opens at once; if it cannot be fetched now, opening it tries again.
      loadCountryList().catch(() => undefined);
    } catch {
      // Told by the answer.
    }
    this.isLoading = false;
    this.changed();
    return this.phone;
  }
}

/** Rejects after 5 seconds: whoever waits has pressed a button. */
const tooLate = () => new Promise<never>((_, reject) => setTimeout(reject, 5000));

/** Registers `<sie-country-list>` and brings what its entries are made with. */
export function loadCountryList(): Promise<typeof countryListModule> {
  return import('./define-country-list.ts');
}
