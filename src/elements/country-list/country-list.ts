import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { interpolate, msg } from '../../localization/messages.ts';
import type { Country } from '../../platform/phone-numbers.ts';
import { define, keepFocus, SieElement } from '../element.ts';
import { icon } from '../templates/icon.ts';
import { countryListStyles } from './country-list.styles.ts';
import { type CountryEntry, searchCountries } from './country-search.ts';
import { followBox } from './popover-position.ts';

export { countryEntries } from './country-search.ts';

/** A country was chosen from the list. Bubbles. */
export class SieCountryChooseEvent extends Event {
  static readonly eventName = 'sie-country-choose';

  constructor(readonly country: Country) {
    super(SieCountryChooseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sie-country-choose': SieCountryChooseEvent;
  }
  interface HTMLElementTagNameMap {
    'sie-country-list': SieCountryList;
  }
}

/** Number of rows that Page Up and Page Down move by. */
const page = 8;

/**
 * Dialog to find a country by name or calling code: a text field with a list below (combobox with listbox,
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The text field keeps the focus; arrow keys move the active option, Enter
 * chooses it, Escape closes. On small screens it is a sheet over the whole screen, otherwise a panel beside its field.
 *
 * CSS: `.sie-country-dialog` with `.sie-country-panel`, `.sie-country-header`, `.sie-country-title`, `.sie-country-search`,
 * `.sie-country-none`, `.sie-country-options`, `.sie-country-option` (`[data-state="active"]`), `.sie-country-code`.
 *
 * @fires sie-country-choose - A country was chosen; the list has closed itself.
 * @fires close - The list was closed, with or without a choice. Does not bubble.
 */
export class SieCountryList extends SieElement {
  static override readonly globalStyles = [countryListStyles];

  static override properties = {
    entries: { attribute: false },
    selected: {},
    query: { state: true },
    active: { state: true },
  };

  /** Countries in the order to show them (see `countryEntries`). */
  declare entries: readonly CountryEntry[];
  /** The current country. */
  declare selected: Country;
  declare private query: string;
  declare private active: number;
  private stopFollowing: (() => void) | undefined;

  constructor() {
    super();
    this.entries = [];
    this.selected = '';
    this.query = '';
    this.active = 0;
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  private get search(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  /** Opens at the current country, with all countries shown. Can be opened once: remove the element at `close`. */
  async show(entries: readonly CountryEntry[], selected: Country): Promise<void> {
    Object.assign(this, { entries, selected });
    this.active = Math.max(
      0,
      this.entries.findIndex(({ country }) => country === this.selected),
    );
    await this.updateComplete;
    if (this.open || !this.isConnected) return;
    const box = this.parentElement?.querySelector('.sie-control');
    if (box) this.stopFollowing = followBox(this, box);
    this.dialog?.showModal();
    this.search?.focus();
    this.showActive('center');
  }

  close(): void {
    this.dialog?.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopFollowing?.();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active') && this.open) this.showActive('nearest');
  }

  protected override render(): TemplateResult {
    const found = searchCountries(this.entries, this.query);
    const title = msg('Country or region', { id: 'sie.country.title' });
    return html`
      <dialog
        class="sie-country-dialog"
        aria-labelledby=${this.titleId}
        @click=${this.closeFromOutside}
        @close=${this.dispatchClose}
      >
        <div class="sie-country-panel">
          <div class="sie-country-header">
            <h2 class="sie-country-title" id=${this.titleId}>${title}</h2>
            <button
              class="sie-adornment"
              type="button"
              aria-label=${msg('Close', { id: 'sie.action.close' })}
              @click=${this.close}
            >
              ${icon('close')}
            </button>
          </div>
          <div class="sie-control sie-country-search">${icon('search')}${this.searchInput(found[this.active])}</div>
          <p class=${found.length > 0 ? 'sie-visually-hidden' : 'sie-country-none'} role="status">
            ${found.length > 0
              ? interpolate(msg('Results: {{count}}', { id: 'sie.country.count' }), { count: found.length })
              : msg('No region code found', { id: 'description.no_region_code_found' })}
          </p>
          <ul class="sie-country-options" role="listbox" id="${this.uid}-list" aria-label=${title} @mousedown=${keepFocus}>
            ${found.map((entry, index) => this.option(entry, index))}
          </ul>
        </div>
      </dialog>
    `;
  }

  /** `form=""` dissociates it from the surrounding form: Enter does not submit that, and its data does not include the search text. */
  private searchInput(active: CountryEntry | undefined): TemplateResult {
    const label = msg('Search region code', { id: 'input.search_region_code' });
    return html`<input
      class="sie-input"
      type="text"
      role="combobox"
      name="country-code-search"
      form=""
      autocomplete="off"
      autocapitalize="none"
      autocorrect="off"
      spellcheck="false"
      enterkeyhint="done"
      aria-autocomplete="list"
      aria-expanded="true"
      aria-controls="${this.uid}-list"
      aria-activedescendant=${active ? this.optionId(active.country) : nothing}
      aria-label=${label}
      placeholder=${label}
      @input=${this.filter}
      @change=${stopPropagation}
      @keydown=${this.navigate}
    />`;
  }

  private option({ country, name, callingCode }: CountryEntry, index: number): TemplateResult {
    return html`<li
      class="sie-country-option"
      role="option"
      id=${this.optionId(country)}
      data-id=${callingCode}
      data-country=${country}
      data-state=${index === this.active ? 'active' : nothing}
      aria-selected=${country === this.selected ? 'true' : 'false'}
      @click=${() => this.choose(country)}
    >
      <span>${name}</span> <span class="sie-country-code" dir="ltr" translate="no">+${callingCode}</span>
    </li>`;
  }

  private optionId(country: Country): string {
    return `${this.uid}-${country}`;
  }

  private choose(country: Country): void {
    this.close();
    this.dispatchEvent(new SieCountryChooseEvent(country));
  }

  /** Stops the event: the surrounding form must not take it for input of its own. */
  private filter(event: Event): void {
    event.stopPropagation();
    this.query = this.search?.value ?? '';
    this.active = 0;
    this.querySelector('ul')?.scrollTo(0, 0);
  }

  private navigate(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const found = searchCountries(this.entries, this.query);
    const last = found.length - 1;
    const moves: Record<string, number | undefined> = {
      ArrowDown: this.active < last ? this.active + 1 : 0,
      ArrowUp: this.active > 0 ? this.active - 1 : last,
      PageDown: Math.min(this.active + page, last),
      PageUp: Math.max(this.active - page, 0),
    };
    const next = moves[event.key];
    if (next !== undefined) this.active = Math.max(0, next);
    else if (event.key === 'Enter') {
      const entry = found[this.active];
      if (entry) this.choose(entry.country);
    } else return;
    event.preventDefault();
  }

  private showActive(block: ScrollLogicalPosition): void {
    this.querySelector('[data-state="active"]')?.scrollIntoView({ block });
  }

  /** The panel fills the dialog, so a click on the dialog itself is a click on the backdrop. */
  private closeFromOutside(event: Event): void {
    if (event.target === event.currentTarget) this.close();
  }

  /** Repeats the dialog's own event, which does not bubble. */
  private dispatchClose(): void {
    this.dispatchEvent(new Event('close'));
  }
}

const stopPropagation = (event: Event): void => event.stopPropagation();

define('sie-country-list', SieCountryList);
