import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { identifierLabel } from '../../localization/messages.ts';
import { type Country, loadPhoneNumbers, type PhoneNumbers } from '../../platform/phone-numbers.ts';
import { begunText, detectType, type IdentifierType, type KnownIdentifier, looksLikePhone } from '../../shared/identifier.ts';
import type { ReadIdentifier } from '../../shared/read-identifier.ts';
import { define, SieFieldElement } from '../element.ts';
import { describedBy, field } from '../templates/field.ts';
import { identifierFieldStyles } from './identifier-field.styles.ts';
import { autocompleteToken, clearButton, type IdentifierPurpose, initialText, inputMode, inputType } from './identifier-input.ts';
import { PhoneLoader } from './phone-loader.ts';

/** Content of the field. */
export interface Identifier extends ReadIdentifier {
  /** As it was typed. */
  readonly raw: string;
}

/**
 * One input for usernames, e-mail addresses and phone numbers, which detects the type. Its default label names the accepted types.
 *
 * For a phone number, a button with the calling code appears before it and opens the country list. A calling code that was typed,
 * pasted or autofilled moves from the text to that button (see `keepsCode`); otherwise the text of a number is never changed. Once a
 * country is stated, by a code or from the list, only another plus or international prefix changes it, so what is shown is what is
 * sent. Numbering plans and list are loaded with the first digits, or at once where only a phone number is accepted. Without them
 * (offline) numbers are taken as typed and need their calling code.
 *
 * Usernames and addresses are shown as they are sent (without `mailto:`, invisible characters and surrounding punctuation) once the
 * field was left or read.
 *
 * The `value` attribute of the input mirrors its text. Typing dispatches the native `input` event, which bubbles.
 *
 * CSS: `.sie-identifier` (the box), `.sie-identifier-country`, `.sie-identifier-clear`; with `.sie-field`, `.sie-label`,
 * `.sie-control`, `.sie-input`, `.sie-adornment`, `.sie-hint`, `.sie-error`. Country list: see `SieCountryList`.
 */
export class SieIdentifierField extends SieFieldElement {
  static override readonly globalStyles = [identifierFieldStyles];

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
  };

  /** Accepted types, in the order of the label. @default ['username'] */
  declare types: readonly IdentifierType[];
  /** Purpose of the form: decides what browsers and password managers offer. @default 'sign-in' */
  declare purpose: IdentifierPurpose;
  /** Put in once, if the field is still empty and accepts its type. */
  declare initial: KnownIdentifier | undefined;
  /** Language of the page: for names of countries, and the default country. @default 'en' */
  declare locale: string;
  /** Countries that are accepted; empty: all. */
  declare countries: readonly Country[];
  /** Countries at the top of the list; the first is the default when the languages suggest none. */
  declare preferredCountries: readonly Country[];
  /**
   * Keeps a calling code in the text, with its plus. For forms with a password: managers save the text of the field as the login,
   * which must name its country wherever it is filled in again.
   * @default false
   */
  declare keepsCode: boolean;
  /** Loads the numbering plans. */
  declare phoneNumbersLoader: () => Promise<PhoneNumbers>;

  declare private detected: IdentifierType | undefined;
  /** The text has its own plus, of no known country (yet), so no country button is shown. */
  declare private hasPlus: boolean;
  private readonly loader = new PhoneLoader(this, (text) => this.show(text));

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
  }

  /**
   * Reads the current text of the input, also when it was filled without events.
   * @param options.peek does not change what is shown, for reading while the person types
   */
  async read({ peek = false } = {}): Promise<Identifier> {
    const raw = this.input?.value ?? '';
    await this.loader.loadReader();
    if (!peek || this.input?.value !== this.lastText) this.processText(undefined, !peek);
    if (this.detected === 'phone' && !this.loader.phone) await this.loadPhone();
    const { types, detected: previous } = this;
    const text = this.input?.value ?? '';
    return { ...this.loader.readIdentifier(text, { types, previous }), raw };
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('initial') && !this.isTouched) this.applyInitial();
    if (changed.has('types')) this.processText();
  }

  protected override render(): TemplateResult {
    const { hint, error, types } = this;
    const id = this.inputId;
    const isFixed = this.disabled || this.readonly;
    const control = html`<div class="sie-control sie-identifier">
        ${this.detected === 'phone' && !this.hasPlus ? this.countryButton(isFixed) : nothing}
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
          @input=${this.processTyping}
          @change=${() => this.processText(undefined, true)}
        />
        ${isFixed ? nothing : clearButton(() => this.input)}
      </div>
      ${this.loader.phone?.list() ?? nothing}`;
    return field({ id, label: this.label || types.map(identifierLabel).join(' / '), control, hint, error });
  }

  /** An invisible placeholder keeps its place while numbering plans are loading; nothing when they cannot be loaded. */
  private countryButton(disabled: boolean): TemplateResult | typeof nothing {
    const { phone, isLoading } = this.loader;
    if (phone) return phone.button(disabled);
    return isLoading ? html`<span class="sie-identifier-country"></span>` : nothing;
  }

  /** Something was put in or typed, so `initial` must not overwrite it, even if it was deleted since. */
  private isTouched = false;

  private applyInitial(): void {
    const { initial, input, types } = this;
    const text = initial && initialText(initial, types);
    if (!text || !input || input.value) return;
    input.value = text;
    this.isTouched = true;
    this.processText();
    // Shows it as it is sent, unless the person has begun to type.
    void this.loader
      .loadReader()
      .then(() => input.value === this.lastText && !input.matches(':focus') && this.processText(undefined, true));
  }

  private processTyping({ inputType: kind = '', data, isComposing }: Partial<InputEvent>): void {
    this.isTouched = true;
    void this.loader.loadReader();
    if (isComposing) return;
    // Autofill dispatches a plain `Event`; paste and suggestions insert more than one character.
    const isTyping = kind.startsWith('delete') || data?.length === 1;
    this.processText(isTyping && this.input?.matches(':focus') ? (this.input.selectionStart ?? undefined) : undefined);
  }

  /** The text at the last check; a different one was filled in without events. */
  private lastText = '';

  /**
   * Checks the text: detects its type, starts loading what that needs, moves a calling code to the country button.
   * @param caret position of the caret after a key press, undefined when the text was not typed
   * @param isFinished nobody is typing: usernames and addresses are shown as they are sent
   */
  private processText(caret?: number, isFinished = false): void {
    const { input, types } = this;
    if (!input) return;
    const { phone, reader } = this.loader;
    const text = (reader?.identifierText ?? begunText)(input.value);
    this.detected = detectType(text, types, this.detected);
    const isPhone = this.detected === 'phone';
    if (isPhone || (types.includes('phone') && looksLikePhone(text))) void this.loadPhone(caret !== undefined);
    if (isPhone && phone && !(this.keepsCode && text.includes('+'))) phone.takeCallingCode(input, text, caret);
    const isNormalized = isFinished && !isPhone;
    this.show((isNormalized ? reader?.readIdentifier(input.value, { types }).value : undefined) ?? input.value);
  }

  private show(text: string): void {
    const { input } = this;
    if (!input) return;
    if (input.value !== text) input.value = text;
    input.setAttribute('value', text);
    this.hasPlus = begunText(text).includes('+');
    this.lastText = text;
  }

  /** @param isTyping keys may be pressed while it loads: then the caret counts where it is by then */
  private async loadPhone(isTyping = false): Promise<void> {
    const { loader } = this;
    const isFirst = !loader.isLoading;
    if (loader.phone || !(await loader.load(this.phoneNumbersLoader)) || !isFirst) return;
    this.processText(isTyping ? (this.input?.selectionStart ?? undefined) : undefined);
  }
}

define('sie-identifier-field', SieIdentifierField);

declare global {
  interface HTMLElementTagNameMap {
    'sie-identifier-field': SieIdentifierField;
  }
}
