import type { PhoneNumbers } from '../../platform/phone-numbers.ts';
import { begunText } from '../../shared/identifier.ts';
import type * as reading from '../../shared/read-identifier.ts';
import type { PhoneContext } from '../../shared/read-phone.ts';
import type * as countryListModule from './define-country-list.ts';
import type * as phonePart from './phone-part.ts';

/** What belongs to phone numbers, with the numbering plans. */
export type Phone = typeof phonePart & { readonly numbers: PhoneNumbers };

/** Loads what reads identifiers, and what belongs to phone numbers once one is in play. */
export class PhoneSupport {
  /** Undefined until loaded. */
  phone: Phone | undefined;
  private loading: Promise<Phone | undefined> | undefined;

  /** @param changed Called when loading begins and ends. */
  constructor(private readonly changed: () => void) {}

  /** What reads identifiers; undefined until loaded. */
  reader: typeof reading | undefined;

  /** From the first key on. Each call tries again. Never rejects. */
  async loadReader(): Promise<void> {
    this.reader ??= await import('../../shared/read-identifier.ts').catch(() => undefined);
  }

  /** What a text says with what has been loaded. Without the reader (offline) names pass, and the server decides. */
  readIdentifier(text: string, options: reading.ReadOptions, contextOf: (phone: Phone) => PhoneContext): reading.ReadIdentifier {
    const { phone, reader } = this;
    const readPhone = phone && ((number: string) => phone.readPhone(number, contextOf(phone)));
    const type = text ? options.previous : undefined;
    const asItIs = { type, value: begunText(text), valid: true, unread: type === 'phone' };
    return reader?.readIdentifier(text, { ...options, readPhone }) ?? asItIs;
  }

  get isLoading(): boolean {
    return this.loading !== undefined;
  }

  /** Undefined when it cannot be had soon (offline, or a stalled line): then numbers need their calling code. Then the next call tries again. Never rejects. */
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
