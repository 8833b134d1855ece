/** The part of an identifier field that phone numbers need: country button, country list, calling codes. Loaded by `PhoneLoader`. */
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { interpolate, msg } from '../../localization/messages.ts';
import type { Country, PhoneNumbers } from '../../platform/phone-numbers.ts';
import { plainText } from '../../shared/characters.ts';
import { looksLikePhone } from '../../shared/identifier.ts';
import { lazy } from '../../shared/lazy.ts';
import { identifierText } from '../../shared/read-identifier.ts';
import { type PhoneContext, type PhoneCountry, readPhone, type ReadPhone, splitCode } from '../../shared/read-phone.ts';
import { countryNames, defaultCountry } from '../country-list/countries.ts';
import type { SieCountryChooseEvent } from '../country-list/country-list.ts';
import { icon } from '../templates/icon.ts';

/** The field around it; its properties are documented in `SieIdentifierField`. */
export interface PhoneInputHost extends LitElement {
  readonly locale: string;
  readonly countries: readonly Country[];
  readonly preferredCountries: readonly Country[];
  readonly keepsCode: boolean;
}

/** Registers `<sie-country-list>` and loads the function that makes its entries. */
export const loadCountryList = lazy(() => import('../country-list/country-list.ts'));

/** Knows the country of the number in a field, and shows it. */
export class PhoneInput {
  /** Undefined: the default country. */
  private chosen: PhoneCountry | undefined;
  private isListOpen = false;
  /** The last text whose first digits were taken for a calling code without a plus, and the rest of it. */
  private guessed: readonly [text: string, rest: string] | undefined;

  /** @param show shows a text in the input */
  constructor(
    private readonly host: PhoneInputHost,
    private readonly numbers: PhoneNumbers,
    private readonly show: (text: string) => void,
  ) {
    // Ahead of need, so that the list opens at once. When this fails, opening the list tries again.
    void loadCountryList.optional();
  }

  /** @param text see `identifierText` */
  read(text: string): ReadPhone {
    return readPhone(text, this.context);
  }

  /**
   * Moves a calling code that begins the number from the input to the country button.
   * @param text of the input, see `identifierText`
   * @param caret position of the caret after a key press: then only a code with a plus, before the caret, moves, since digits may
   *   still become anything. Undefined when the text was not typed.
   */
  takeCallingCode(input: HTMLInputElement, text: string, caret: number | undefined): void {
    const { context, host } = this;
    const before = input.value;
    const { country, by } = caret === undefined ? takeWhole(input, context) : takeTyped(input, context, caret);
    if (country !== context.country || by !== context.by) {
      this.chosen = { country, by };
      host.requestUpdate();
    }
    if (input.value === before) return;
    const number = host.keepsCode ? readPhone(text, context) : undefined;
    // A code without its plus (0086, 86) would be read differently in another form.
    if (number?.valid) input.value = `+${number.value}`;
    else this.guessed = text.includes('+') ? undefined : [before, input.value];
  }

  /** Shows the calling code before the number and opens the country list. Its accessible name has both the code and the country. */
  button(disabled: boolean): TemplateResult {
    const { country } = this.context;
    const code = `+${this.numbers.callingCode(country) ?? ''}`;
    const label = msg('Country or region: {{country}} {{code}}', { id: 'sie.country.button' });
    return html`<button
      class="sie-adornment sie-identifier-country"
      type="button"
      aria-haspopup="dialog"
      aria-label=${interpolate(label, { country: countryNames(this.host.locale)(country), code })}
      ?disabled=${disabled}
      @click=${this.openList}
    >
      ${code}${icon('chevron')}
    </button>`;
  }

  /** The country list, while it is open. */
  list(): TemplateResult | typeof nothing {
    return this.isListOpen
      ? html`<sie-country-list @sie-country-choose=${this.choose} @close=${this.removeList}></sie-country-list>`
      : nothing;
  }

  private get context(): PhoneContext {
    const { chosen, numbers } = this;
    const { locale, countries, preferredCountries } = this.host;
    const guess = chosen ?? {
      country: defaultCountry(locale, navigator.languages, countries, preferredCountries),
      by: 'guess',
    };
    return { ...guess, numbers, countries };
  }

  private readonly openList = async (): Promise<void> => {
    const { host, numbers } = this;
    const { countryEntries } = await loadCountryList();
    this.isListOpen = true;
    host.requestUpdate();
    await host.updateComplete;
    const entries = countryEntries(numbers, host.locale, host.countries, host.preferredCountries);
    await host.querySelector('sie-country-list')?.show(entries, this.context.country);
  };

  /** Removes its hundreds of rows, too: with them, hidden, Firefox took 2.3 s to find a button by role and name, else 0.3 s (ESR, 2026-11). */
  private readonly removeList = (): void => {
    this.host.focus();
    this.isListOpen = false;
    this.host.requestUpdate();
  };

  private readonly choose = ({ country }: SieCountryChooseEvent): void => {
    this.chosen = { country, by: 'list' };
    this.host.requestUpdate();
    // Digits that a guess took for a calling code belong to the number once a country is stated.
    const [text, rest] = this.guessed ?? [];
    const input = this.host.querySelector('input');
    if (text !== undefined && input?.value === rest) this.show(text);
    this.guessed = undefined;
  };
}

function takeWhole(input: HTMLInputElement, context: PhoneContext): PhoneCountry {
  const { country, by, rest } = readPhone(identifierText(input.value), context);
  // Without a calling code the text stays as the person wrote it.
  if (rest !== plainText(input.value)) putKeepingCaret(input, rest);
  return { country, by };
}

function takeTyped(input: HTMLInputElement, context: PhoneContext, caret: number): PhoneCountry {
  const typed = plainText(input.value.slice(0, caret));
  // A link (`tel:…`) that is being typed is read when it is complete.
  const isNumber = typed.includes('+') && looksLikePhone(plainText(input.value));
  const begun = isNumber ? splitCode(typed, context) : undefined;
  if (!begun) return context;
  putKeepingCaret(input, begun.rest + input.value.slice(caret));
  return { country: begun.country, by: 'code' };
}

/** Replaces the text by its end; the caret stays before the same character. */
function putKeepingCaret(input: HTMLInputElement, text: string): void {
  const fromEnd = input.value.length - (input.selectionStart ?? input.value.length);
  input.value = text;
  const caret = Math.max(0, text.length - fromEnd);
  if (input.matches(':focus')) input.setSelectionRange(caret, caret);
}
