import type { PhoneNumbers } from '../../platform/phone-numbers.ts';
import type * as countryListModule from './define-country-list.ts';
import type * as phonePart from './phone-part.ts';

/** What belongs to phone numbers, with the numbering plans. */
export type Phone = typeof phonePart & { readonly numbers: PhoneNumbers };

/** Loads what belongs to phone numbers once one is in play. */
export class PhoneSupport {
  /** Undefined until loaded. */
  phone: Phone | undefined;
  private loading: Promise<Phone | undefined> | undefined;

  /** @param changed Called when loading begins and ends. */
  constructor(private readonly changed: () => void) {}

  get isLoading(): boolean {
    return this.loading !== undefined;
  }

  /** Undefined when it cannot be had soon (offline, or a stalled line): digits then pass as they are. Then the next call tries again. Never rejects. */
  load(loadNumbers: () => Promise<PhoneNumbers>): Promise<Phone | undefined> {
    return this.phone ? Promise.resolve(this.phone) : (this.loading ??= this.fetch(loadNumbers));
  }

  private async fetch(loadNumbers: () => Promise<PhoneNumbers>): Promise<Phone | undefined> {
    // The field is told, and asks `isLoading`, once this is under way.
    await Promise.resolve();
    this.changed();
    try {
      const [numbers, part] = await Promise.race([Promise.all([loadNumbers(), import('./phone-part.ts')]), tooLate()]);
      this.phone ??= { ...part, numbers };
      // So that the list opens at once; if it cannot be fetched now, opening it tries again.
      loadCountryList().catch(() => undefined);
    } catch {
      // Told by the answer.
    }
    this.loading = undefined;
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
