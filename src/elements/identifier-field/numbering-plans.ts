import type { PhoneNumbers } from '../../platform/phone-numbers.ts';

/** Numbering plans, loaded with the list of countries once a phone number comes into play. */
export class NumberingPlans {
  /** Undefined until loaded. */
  known: PhoneNumbers | undefined;
  isLoading = false;

  /** @param changed Called when loading begins and ends. */
  constructor(private readonly changed: () => void) {}

  /** Loads what is not there yet. Never rejects: without plans (offline) digits pass as they are, and reading tries again. */
  async load(loader: () => Promise<PhoneNumbers>): Promise<void> {
    if (this.known || this.isLoading) return;
    this.isLoading = true;
    this.changed();
    this.known = await loader().catch(() => undefined);
    this.isLoading = false;
    this.changed();
    // So that the list opens at once; if it cannot be fetched now, opening it tries again.
    if (this.known) loadCountryList().catch(() => undefined);
  }
}

/** Registers `<sie-country-list>` and brings what its entries are made with. */
export async function loadCountryList() {
  const [search] = await Promise.all([import('./country-search.ts'), import('./define-country-list.ts')]);
  return search;
}
