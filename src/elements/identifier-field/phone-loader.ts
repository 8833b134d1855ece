import type { PhoneNumbers } from '../../platform/phone-numbers.ts';
import { begunText } from '../../shared/identifier.ts';
import { lazy } from '../../shared/lazy.ts';
import type * as reading from '../../shared/read-identifier.ts';
import type { PhoneInput, PhoneInputHost } from './phone-input.ts';

const loadReader = lazy(() => import('../../shared/read-identifier.ts'));
/** The timeout in ms is short: the person may have pressed the submit button, which waits for this. */
const loadPhoneInput = lazy(() => import('./phone-input.ts'), 5_000);

/** Loads the code that reads identifiers, and the phone number support once a phone number is in play. */
export class PhoneLoader {
  /** Undefined until loaded. */
  phone: PhoneInput | undefined;
  /** Undefined until loaded. */
  reader: typeof reading | undefined;
  private loading: Promise<PhoneInput | undefined> | undefined;

  /** @param show shows a text in the input */
  constructor(
    private readonly host: PhoneInputHost,
    private readonly show: (text: string) => void,
  ) {}

  /** Called from the first key on; each call tries again. Never rejects. */
  async loadReader(): Promise<void> {
    this.reader ??= await loadReader.optional();
  }

  /** Reads a text with what has been loaded. Without the reader (offline) every identifier is valid, and the server decides. */
  readIdentifier(text: string, options: reading.ReadOptions): reading.ReadIdentifier {
    const { phone, reader } = this;
    const readPhone = phone && ((number: string) => phone.read(number));
    const type = text ? options.previous : undefined;
    const unread = { type, value: begunText(text), valid: true, unread: type === 'phone' };
    return reader?.readIdentifier(text, { ...options, readPhone }) ?? unread;
  }

  get isLoading(): boolean {
    return this.loading !== undefined;
  }

  /**
   * Undefined when it cannot be loaded soon (offline, or a stalled connection): then numbers need their calling code, and the next
   * call tries again. Never rejects.
   */
  load(loadNumbers: () => Promise<PhoneNumbers>): Promise<PhoneInput | undefined> {
    return this.phone ? Promise.resolve(this.phone) : (this.loading ??= this.fetch(loadNumbers));
  }

  private async fetch(loadNumbers: () => Promise<PhoneNumbers>): Promise<PhoneInput | undefined> {
    // `isLoading` is true only once this function has returned, and the update reads it.
    await Promise.resolve();
    this.host.requestUpdate();
    try {
      const [numbers, { PhoneInput }] = await Promise.all([loadNumbers(), loadPhoneInput()]);
      this.phone ??= new PhoneInput(this.host, numbers, this.show);
    } catch {
      // The caller gets undefined.
    }
    this.loading = undefined;
    this.host.requestUpdate();
    return this.phone;
  }
}
