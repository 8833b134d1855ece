import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type Country, loadPhoneNumbers, type PhoneNumbers } from '../../platform/phone-numbers.ts';
import { begunText, detectType, type IdentifierType, looksLikePhone } from '../../shared/identifier.ts';
import type { ReadIdentifier } from '../../shared/read-identifier.ts';
import type { PhoneContext, PhoneCountry } from '../../shared/read-phone.ts';
import { SieFieldElement } from '../field-element.ts';
import { describedBy, field } from '../templates/field.ts';
import { clearButton } from './clear-button.ts';
import type { SieCountryChooseEvent } from './country-list.ts';
import { identifierFieldStyles } from './identifier-field.styles.ts';
import { type InitialIdentifier, initialText } from './initial-text.ts';
import { autocompleteToken, type IdentifierPurpose, inputMode, inputType } from './input-attributes.ts';
import { loadCountryList, type Phone, PhoneSupport } from './phone-support.ts';
import { typeName } from './type-name.ts';

/** What stands in the field. */
export interface Identifier extends ReadIdentifier {
  /** As it was typed. */
  readonly raw: string;
}

/**
 * One input for any of user name, e-mail address and phone number, which it tells apart while one types. Its own label names those
 * that are accepted.
 *
 * As soon as it is a phone number, a button with the calling code stands before it and opens the list of countries. A calling
 * code that was typed, pasted or autofilled moves from the text to that button (see `keepsCode`); else the text of a number is the person's own and
 * never written over. A country that was stated, by a code or from the list, is changed by nothing but another plus or international
 * prefix: what is shown is what is sent. Numbering plans and list are loaded when the first digits are there, or at once where only
 * a phone number can be; without them (offline) numbers
 * are taken as they are, and need their calling code.
 *
 * Names and addresses are shown as they are sent (`mailto:`, marks that cannot be seen and what else stands around them are gone)
 * once the field is left or has been read.
 *
 * The `value` attribute of the input mirrors its text. Typing dispatches the native `input` event, which bubbles.
 *
 * CSS: `.sie-identifier` (the box), `.sie-identifier-country`, `.sie-identifier-clear`; with `.sie-field`, `.sie-label`,
 * `.sie-control`, `.sie-input`, `.sie-adornment`, `.sie-hint`, `.sie-error`. List of countries: see `SieCountryList`.
 */
export class SieIdentifierField extends SieFieldElement {
  static override readonly sheets = [identifierFieldStyles];

  static override properties = {
    types: { attribute: false },
    purpose: {},
    initial: { attribute: false },
    locale: {},
    countries: { attribute: false },
    preferredCountries: { attribute: false },
    keepsCode: { attribute: false },
    phoneNumbersLoader: { attribute: false },
    detected: { state: true },
    hasPlus: { state: true },
    chosen: { state: true },
    hasList: { state: true },
  };

  /** What is accepted, in the order to name it. @default ['username'] */
  declare types: readonly IdentifierType[];
  /** What it is asked for: decides what browsers and password managers offer. @default 'sign-in' */
  declare purpose: IdentifierPurpose;
  /** Put in once, when the field is still empty. A type that is not accepted here is left out. */
  declare initial: InitialIdentifier | undefined;
  /** Language of the page: names of countries, and the country to begin with. @default 'en' */
  declare locale: string;
  /** Countries that are accepted; empty: all. */
  declare countries: readonly Country[];
  /** Countries at the top of the list; the first is the one to begin with when the languages do not tell. */
  declare preferredCountries: readonly Country[];
  /**
   * A password stands beside. Managers save the text of the field as the login, so a calling code stays in it, with its plus: the
   * name that is saved is the one that was typed or filled in, and says its country wherever it is filled in again.
   * @default false
   */
  declare keepsCode: boolean;
  /** Where numbering plans come from. */
  declare phoneNumbersLoader: () => Promise<PhoneNumbers>;

  declare private detected: IdentifierType | undefined;
  /** The text brings its own plus, of no known country (yet): no prefix then. */
  declare private hasPlus: boolean;
  /** Undefined: the one to begin with. */
  declare private chosen: PhoneCountry | undefined;
  declare private hasList: boolean;

  private readonly support = new PhoneSupport(() => this.requestUpdate());

  constructor() {
    super();
    this.name = 'identifier';
    this.types = ['username'];
    this.purpose = 'sign-in';
    this.locale = 'en';
    this.countries = [];
    this.preferredCountries = [];
    this.keepsCode = false;
    this.phoneNumbersLoader = loadPhoneNumbers;
    this.hasPlus = false;
    this.hasList = false;
  }

  /**
   * What stands in the input now, also when it was filled without events.
   * @param options.peek leaves what is shown as it is, for whoever reads while the person types
   */
  async read({ peek = false } = {}): Promise<Identifier> {
    const raw = this.input?.value ?? '';
    await this.support.loadReader();
    if (!peek || this.input?.value !== this.seen) this.understand(undefined, !peek);
    if (this.detected === 'phone' && !this.support.phone) await this.loadPhone();
    const { types, detected: previous, support } = this;
    const text = this.input?.value ?? '';
    return { ...support.readIdentifier(text, { types, previous }, (phone) => this.contextOf(phone)), raw };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('initial') && !this.isBegun) this.putInitial();
    if (changed.has('types')) this.understand();
  }

  protected override render(): TemplateResult {
    const { hint, error, types } = this;
    const id = this.inputId;
    const isFixed = this.disabled || this.readonly;
    const control = html`<div class="sie-control sie-identifier">
        ${this.detected === 'phone' && !this.hasPlus ? this.countryPart(isFixed) : nothing}
        <input
          class="sie-input"
          id=${id}
          name=${this.name}
          type=${inputType(types)}
          inputmode=${inputMode(types) ?? nothing}
          dir="ltr"
          placeholder=" "
          autocomplete=${autocompleteToken(types, this.purpose)}
          autocapitalize="none"
          autocorrect="off"
          spellcheck="false"
          aria-describedby=${describedBy({ id, hint, error })}
          aria-invalid=${error ? 'true' : 'false'}
          ?disabled=${this.disabled}
          ?readonly=${this.readonly}
          ?required=${this.required}
          @input=${this.followTyping}
          @change=${() => this.understand(undefined, true)}
        />
        ${isFixed ? nothing : clearButton(() => this.clear())}
      </div>
      ${this.hasList
        ? html`<sie-country-list @sie-country-choose=${this.takeCountry} @close=${this.leaveList}></sie-country-list>`
        : nothing}`;
    return field({ id, label: this.label || types.map(typeName).join(' / '), control, hint, error });
  }

  /** Keeps its place, unseen, until numbering plans are there; gone if they cannot be had. */
  private countryPart(disabled: boolean): TemplateResult | typeof nothing {
    const { phone, isLoading } = this.support;
    if (!phone) return isLoading ? html`<span class="sie-identifier-country"></span>` : nothing;
    const { locale } = this;
    const { country } = this.contextOf(phone);
    const callingCode = phone.numbers.callingCode(country) ?? '';
    return phone.countryButton({ country, callingCode, locale, disabled, open: () => void this.openList(phone) });
  }

  private contextOf({ defaultCountry, numbers }: Phone): PhoneContext {
    const { locale, countries, preferredCountries, chosen } = this;
    const guess = chosen ?? {
      country: defaultCountry(locale, navigator.languages, countries, preferredCountries),
      by: 'guess',
    };
    return { ...guess, numbers, countries };
  }

  /** Something was put in or typed: what is there, or not there any more, is the person's. */
  private isBegun = false;

  private putInitial(): void {
    const { initial, input, types } = this;
    const text = initial && initialText(initial, types);
    if (!text || !input || input.value) return;
    input.value = text;
    this.isBegun = true;
    this.understand();
    // As it is sent, once that is known, unless the person has begun to type.
    void this.support
      .loadReader()
      .then(() => input.value === this.seen && !input.matches(':focus') && this.understand(undefined, true));
  }

  private followTyping({ inputType: kind = '', data, isComposing }: Partial<InputEvent>): void {
    this.isBegun = true;
    void this.support.loadReader();
    if (isComposing) return;
    // Autofill sends a plain event; paste and suggestions bring more than one character.
    const isTyping = kind.startsWith('delete') || data?.length === 1;
    this.understand(isTyping && this.input?.matches(':focus') ? (this.input.selectionStart ?? undefined) : undefined);
  }

  /** Text that was looked at last; another one came without events. */
  private seen = '';
  /** Text from which a country without plus was taken last, and what was left of it. */
  private taken: readonly [text: string, rest: string] | undefined;

  /**
   * Looks at the text anew: which type it is, what must be loaded, whether a calling code can move to the button.
   * @param caret where a key was pressed, undefined when the text came as a whole
   * @param isFinished nobody is about to type on: names and addresses are shown as they are sent
   */
  private understand(caret?: number, isFinished = false): void {
    const { input, types } = this;
    if (!input) return;
    const { phone } = this.support;
    const before = input.value;
    const text = (this.support.reader?.identifierText ?? begunText)(before);
    this.detected = detectType(text, types, this.detected);
    if (this.detected === 'phone' || (types.includes('phone') && looksLikePhone(text))) void this.loadPhone(caret !== undefined);

    if (this.detected === 'phone' && phone && !(this.keepsCode && text.includes('+'))) {
      const context = this.contextOf(phone);
      const { country, by } = phone.takeCallingCode(input, context, caret);
      if (country !== context.country || by !== context.by) this.chosen = { country, by };
      const number = this.keepsCode && input.value !== before ? phone.readPhone(text, context) : undefined;
      // A code without its plus (0086, 86) would be read as something else elsewhere.
      if (number?.valid) input.value = `+${number.value}`;
      else if (input.value !== before) this.taken = text.includes('+') ? undefined : [before, input.value];
    } else if (isFinished && this.detected !== 'phone') {
      this.show(this.support.reader?.readIdentifier(before, { types }).value ?? before);
      return;
    }
    this.show(input.value);
  }

  private show(text: string): void {
    const { input } = this;
    if (!input) return;
    if (input.value !== text) input.value = text;
    input.setAttribute('value', text);
    this.hasPlus = begunText(text).includes('+');
    this.seen = text;
  }

  /** @param isTyping keys may have been pressed until it is there: then what stands before the caret by then is what counts */
  private async loadPhone(isTyping = false): Promise<void> {
    const { support } = this;
    const isFirst = !support.isLoading;
    if (support.phone || !(await support.load(this.phoneNumbersLoader)) || !isFirst) return;
    this.understand(isTyping ? (this.input?.selectionStart ?? undefined) : undefined);
  }

  private async openList(phone: Phone): Promise<void> {
    const { countryEntries } = await loadCountryList();
    this.hasList = true;
    await this.updateComplete;
    const entries = countryEntries(phone.numbers, this.locale, this.countries, this.preferredCountries);
    await this.querySelector('sie-country-list')?.show(entries, this.contextOf(phone).country);
  }

  /** Its hundreds of rows go, too: with them, hidden, Firefox took 2.3 s to find a button by role and name, else 0.3 s (ESR, 2026-11). */
  private leaveList(): void {
    this.focus();
    this.hasList = false;
  }

  private readonly takeCountry = ({ country }: SieCountryChooseEvent): void => {
    this.chosen = { country, by: 'list' };
    // Digits were taken for a calling code by a guess. They are the number's where a country is stated.
    const [text, rest] = this.taken ?? [];
    if (text !== undefined && this.input?.value === rest) this.show(text);
    this.taken = undefined;
  };

  private clear(): void {
    const { input } = this;
    if (!input) return;
    input.value = '';
    // A script's change makes no event, and who listens to typing must hear of it.
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContent' }));
    input.focus();
  }
}
